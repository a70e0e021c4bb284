import { findingChoices, worksToFind } from '../../../db/queries/finding-choices'
import { findingFigures } from '../../../db/queries/finding-figures'
import { findingCondition } from '../../../db/queries/finding-filter'
import { findingList } from '../../../db/queries/finding-list'
import { visibleFindings } from '../../../db/queries/finding-scope'
import { findingSheet } from '../../../db/queries/finding-sheet'
import { findingTasks } from '../../../db/queries/finding-tasks'
import { findingView } from '../../../db/queries/finding-view'
import { finding, findingIn, findingRow } from '../finding'
import { ctxOf, type TestHouse, testDay } from '../house'
import type { Reader, Reading } from './reading'

const all: Reader[] = ['bureau', 'bureau2', 'supervisor', 'supervisor2', 'leader']
const listing: Reader[] = [...all, 'owner', 'otherOwner']

/** One of the first owner's work, one that is registered only, and one that only the other owner's unit has; made when first asked for. */
type Findings = { own: string; ownId: number; secret: string; unit: string }
const kept = new WeakMap<TestHouse, Findings>()
function findingsOf(t: TestHouse): Findings {
  const found = kept.get(t) ?? made(t)
  kept.set(t, found)
  return found
}

function made(t: TestHouse): Findings {
  const supervisor = ctxOf(t.actors.supervisor)
  const ownId = findingIn(t, ['assign'])
  const secret = finding.register(supervisor).number
  const unit = finding.register(supervisor, { code: '', unitId: String(t.organisations.other) })
  finding.assign(supervisor, unit.id, { unitId: String(t.organisations.other) })
  return { own: findingRow(ownId).number, ownId, secret, unit: unit.number }
}

function after<T>(t: TestHouse, read: () => T): T {
  findingsOf(t)
  return read()
}

export const findingReadings: Reading[] = [
  { read: 'visibleFindings', may: listing, call: (actor) => String(visibleFindings(actor).queryChunks.length) },
  { read: 'findingCondition', may: listing, call: (actor) => String(findingCondition(actor, {}, testDay)?.queryChunks.length) },
  { read: 'findingList', may: listing, call: (actor, _, t) => after(t, () => findingList(actor, { show: 'all' }, 1, testDay)) },
  { read: 'findingView', may: [...all, 'owner'], call: (actor, _, t) => findingView(actor, findingsOf(t).own, testDay) },
  { read: 'findingView', may: all, call: (actor, _, t) => findingView(actor, findingsOf(t).secret, testDay) },
  { read: 'findingView', may: [...all, 'otherOwner'], call: (actor, _, t) => findingView(actor, findingsOf(t).unit, testDay) },
  { read: 'findingChoices', may: listing, call: (actor, _, t) => after(t, () => findingChoices(actor)) },
  { read: 'findingFigures', may: listing, call: (actor) => findingFigures(actor, {}, testDay) },
  { read: 'findingSheet', may: listing, call: (actor, _, t) => after(t, () => findingSheet(actor, { show: 'all' }, testDay, 0)) },
  {
    read: 'findingTasks',
    may: ['owner', 'otherOwner', 'supervisor', 'supervisor2'],
    call: (actor, _, t) => after(t, () => findingTasks(actor, testDay)),
  },
  { read: 'worksToFind', may: ['supervisor', 'supervisor2'], call: (actor) => worksToFind(actor) },
]
