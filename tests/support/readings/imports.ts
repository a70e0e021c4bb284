import * as imports from '../../../db/queries/imports'
import type { TestHouse } from '../house'
import { importNow } from '../import-house'
import type { Reader, Reading } from './reading'

const bureau: Reader[] = ['bureau', 'bureau2']
const made = new WeakMap<TestHouse, number>()

/** A month of the first owner's other work, entered on behalf. */
function imported(t: TestHouse): number {
  const ledger = { fields: ['code', 'yearToDateYuan'] as const, rows: [['P0002', '7']], about: { purpose: 'reports', period: '2025-09' } }
  const id = made.get(t) ?? importNow(t, ledger)
  made.set(t, id)
  return id
}

export const importsReadings: Reading[] = [
  { read: 'importList', may: bureau, call: (actor, _, t) => imported(t) && imports.importList(actor, 1) },
  { read: 'importView', may: bureau, call: (actor, _, t) => imports.importView(actor, imported(t)) },
  { read: 'importRowPage', may: bureau, call: (actor, _, t) => imports.importRowPage(actor, imported(t), { outcome: null, page: 1 }) },
  { read: 'importOriginal', may: bureau, call: (actor, _, t) => imports.importOriginal(actor, imported(t)).fileName },
  { read: 'importSenders', may: bureau, call: (actor, _, t) => imported(t) && imports.importSenders(actor) },
  { read: 'rememberedHeads', may: bureau, call: (actor, _, t) => imported(t) && imports.rememberedHeads(actor, '某镇') },
  { read: 'importsWaiting', may: bureau, call: (actor) => imports.importsWaiting(actor) },
]
