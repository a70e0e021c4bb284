import { bulletinView } from '../../../db/queries/bulletin'
import { bulletinComparison } from '../../../db/queries/bulletin-comparison'
import { ownExtract } from '../../../db/queries/bulletin-extract'
import { bulletinFile } from '../../../db/queries/bulletin-file'
import { bulletinList, roundsToReport } from '../../../db/queries/bulletins'
import { endedRound, issued, proposed } from '../bulletin-house'
import { type TestHouse, testDay } from '../house'
import type { Reader, Reading } from './reading'

type Made = { issued: number; earlier: number; draft: number }
const made = new WeakMap<TestHouse, Promise<Made>>()

/** Two issued bulletins of rounds with the first owner's work, one that waits, and a round that has none yet. */
function bulletinsOf(t: TestHouse): Promise<Made> {
  const known = made.get(t) ?? make(t)
  made.set(t, known)
  return known
}

async function make(t: TestHouse): Promise<Made> {
  const round = (quarter: string) => endedRound(t, quarter, ['P0001'], 'special')
  round('2032Q4')
  return { earlier: await issued(t, round('2032Q1')), issued: await issued(t, round('2032Q2')), draft: proposed(t, round('2032Q3')) }
}

const supervisors: Reader[] = ['supervisor', 'supervisor2']
const all: Reader[] = ['bureau', 'bureau2', 'leader', ...supervisors]

export const bulletinReadings: Reading[] = [
  { read: 'bulletinList', may: [...all, 'owner'], call: async (actor, _, t) => (await bulletinsOf(t)) && bulletinList(actor) },
  { read: 'roundsToReport', may: supervisors, call: async (actor, _, t) => (await bulletinsOf(t)) && roundsToReport(actor) },
  { read: 'bulletinView', may: all, call: async (actor, _, t) => bulletinView(actor, (await bulletinsOf(t)).issued) },
  { read: 'bulletinView', may: supervisors, call: async (actor, _, t) => bulletinView(actor, (await bulletinsOf(t)).draft) },
  { read: 'bulletinFile', may: all, call: async (actor, _, t) => bulletinFile(actor, (await bulletinsOf(t)).issued, 'page', testDay) },
  {
    read: 'bulletinFile',
    may: supervisors,
    call: async (actor, _, t) => bulletinFile(actor, (await bulletinsOf(t)).draft, 'word', testDay),
  },
  {
    read: 'bulletinComparison',
    may: all,
    call: async (actor, _, t) => {
      const { earlier, issued: later } = await bulletinsOf(t)
      return bulletinComparison(actor, earlier, later)
    },
  },
  { read: 'ownExtract', may: ['owner'], call: async (actor, _, t) => ownExtract(actor, (await bulletinsOf(t)).issued) },
]
