import { fill, type Messages } from '../../../domain/messages'
import type { RegistrationFacts } from '../../../domain/registration'

/** Where 入库纳统 stands; that nobody recorded anything is said, and is no state. */
export function registrationWords({ state, since }: Pick<RegistrationFacts, 'state' | 'since'>, { funds }: Messages): string {
  return state === null ? funds.stateNowUnknown : fill(funds.stateNow, { state: funds.states[state], day: since ?? '—' })
}
