import type { Ctx } from '../../../domain/actor'
import type { Cast, TestHouse } from '../house'

export type Caller = keyof Cast | 'system'

/** A command as everybody would call it: `prepare` makes its subject, what comes back is the call. */
export type Attempt = { command: string; case?: string; may: readonly Caller[]; prepare: (t: TestHouse) => (ctx: Ctx) => unknown }

/** The call on a subject that was made before, by whoever may make it. */
export const given =
  <S>(subject: S, call: (ctx: Ctx, subject: S) => unknown) =>
  (ctx: Ctx): unknown =>
    call(ctx, subject)
