import { dispatchFile, dispatchView } from '../../../db/queries/dispatch'
import { dispatchesToIssue, dispatchList, monthsToReport } from '../../../db/queries/dispatches'
import { issuedDispatch, proposedDispatch } from '../dispatches'
import { type TestHouse, testDay } from '../house'
import { publishedLock } from '../locks'
import type { Reader, Reading } from './reading'

type Made = { issued: number; waiting: number }
const made = new WeakMap<TestHouse, Promise<Made>>()

/** One issued dispatch, one that waits, and a locked month that has none yet; long before anything else happens. */
function dispatchesOf(t: TestHouse): Promise<Made> {
  const known = made.get(t) ?? make(t)
  made.set(t, known)
  return known
}

async function make(t: TestHouse): Promise<Made> {
  for (const period of ['2002-01', '2002-02', '2002-03']) publishedLock(t, period)
  return { issued: await issuedDispatch(t, '2002-01'), waiting: proposedDispatch(t, '2002-02') }
}

const bureaus: Reader[] = ['bureau', 'bureau2']
const all: Reader[] = [...bureaus, 'leader', 'supervisor', 'supervisor2']

export const dispatchReadings: Reading[] = [
  { read: 'dispatchList', may: all, call: async (actor, _, t) => (await dispatchesOf(t)) && dispatchList(actor, 1) },
  { read: 'monthsToReport', may: bureaus, call: async (actor, _, t) => (await dispatchesOf(t)) && monthsToReport(actor) },
  { read: 'dispatchesToIssue', may: ['bureau2'], call: async (actor, _, t) => (await dispatchesOf(t)) && dispatchesToIssue(actor) },
  { read: 'dispatchView', may: all, call: async (actor, _, t) => dispatchView(actor, (await dispatchesOf(t)).issued) },
  { read: 'dispatchView', may: bureaus, call: async (actor, _, t) => dispatchView(actor, (await dispatchesOf(t)).waiting) },
  { read: 'dispatchFile', may: all, call: async (actor, _, t) => dispatchFile(actor, (await dispatchesOf(t)).issued, 'page', testDay) },
  {
    read: 'dispatchFile',
    may: bureaus,
    call: async (actor, _, t) => dispatchFile(actor, (await dispatchesOf(t)).waiting, 'word', testDay),
  },
]
