import { fieldPackage } from '../../../db/queries/field-package'
import { type TestHouse, testDay } from '../house'
import { addMember, roundOf } from '../visits'
import type { Reading } from './reading'

const rounds = new WeakMap<TestHouse, number>()

/** A joint round whose notice is out, with one of the bureau's people in its team. */
function jointRound(t: TestHouse): number {
  const known = rounds.get(t) ?? roundOf(['P0001'], { kind: 'joint', by: t.actors.supervisor })
  if (!rounds.has(t)) addMember(known, t.actors.bureau)
  rounds.set(t, known)
  return known
}

export const visitReadings: Reading[] = [
  {
    read: 'fieldPackage',
    may: ['supervisor', 'supervisor2', 'bureau'],
    call: (actor, _, t) => fieldPackage(actor, { round: jointRound(t), at: '2025-10-16T01:00:00.000Z', today: testDay, locale: 'zh-CN' }),
  },
]
