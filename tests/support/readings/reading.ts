import type { UserActor } from '../../../domain/actor'
import type { Cast, TestHouse } from '../house'

export type Reader = keyof Cast

/** What is there to be read: an update of the first owner's work that waits, its return to a chain, a person. */
export type Subjects = { update: number; output: number; person: number }

/** `may` = who is not refused; whoever may is still shown only what is theirs (the test looks for the foreign work in it). */
export type Reading = { read: string; may: readonly Reader[]; call: (actor: UserActor, subjects: Subjects, t: TestHouse) => unknown }
