import { randomUUID } from 'node:crypto'
import type { Fields } from '../actions'
import { idIn } from '../actions'
import { look } from '../subjects'
import { type Attempt, type House, newWork, type Work } from './house'
import { notifiedRound } from './rounds'

type Seen = { figures?: object[]; rating?: { level: string; reason: string } | null }

/** Somebody goes to a site, as their phone hands it in; returns the visit's id. */
export async function goTo(
  house: House,
  by: 'supervisor' | 'secondSupervisor',
  round: string,
  work: Work,
  seen: Seen = {},
): Promise<string> {
  const visit = randomUUID()
  const at = new Date().toISOString()
  const item = (kind: string, more: object) => ({ kind, id: randomUUID(), deviceAt: at, offsetMs: 0, visit, ...more })
  const basis = { packagedAt: at, version: work.version, approvedUpdateId: null, reportedUpdateId: null }
  const items = [
    item('visit-started', { round: Number(round), code: work.code, startedAt: at, basis }),
    item('visit-finished', { endedAt: at, figures: [], rating: null, present: ['李工'], words: '现场有人', position: null, ...seen }),
  ]
  const answer = await house.people[by].post('/api/field/sync', { data: { items } })
  const taken = (await answer.json()) as { answers?: { status: string }[] }
  if (!taken.answers?.every(({ status }) => ['received', 'conflict'].includes(status))) throw new Error(JSON.stringify(taken))
  return idIn(look<{ id: number }>(house.demo, 'select id from visits where client_id = ?', visit))
}

/** A round with one site, where the supervisor saw less than was told. */
export async function visited(house: House): Promise<{ round: string; work: Work; visit: string }> {
  const { round, work } = await notifiedRound(house)
  const figures = [{ figure: 'percent', result: 'differs', reported: null, approved: 80, value: 60, why: '未封顶' }]
  const visit = await goTo(house, 'supervisor', round, work, { figures, rating: { level: 'red', reason: '进度跟不上' } })
  return { round, work, visit }
}

async function site(house: House): Promise<Fields> {
  const { round } = await visited(house)
  const place = look<{ id: number }>(house.demo, 'select id from round_works where round_id = ?', Number(round))
  return { roundWorkId: idIn(place), version: '0', words: '两人所见一致', level: 'yellow', reason: '进度跟不上' }
}

async function rated(house: House): Promise<Fields> {
  const { work } = await visited(house)
  const rating = look<{ id: number; version: number }>(house.demo, 'select id, version from ratings where project_id = ?', work.id)
  return { id: idIn(rating), version: String(rating.version), answer: '设备下月到货' }
}

async function differing(house: House): Promise<Fields> {
  const { work } = await visited(house)
  const row = look<{ id: number; version: number }>(house.demo, 'select id, version from differences where project_id = ?', work.id)
  return { id: idIn(row), version: String(row.version), outcome: 'keep', reason: '监理已核' }
}

/** At a work that is in no list, so that a person has to look. */
const stray =
  (by: 'supervisor' | 'secondSupervisor') =>
  async (house: House): Promise<Fields> => {
    const { round } = await notifiedRound(house)
    return { id: await goTo(house, by, round, await newWork(house)), outcome: 'set-aside', reason: '不在名单' }
  }

export const seenActions: Attempt[] = [
  { action: 'app/inspections/[id]/works/[code] sign', may: ['supervisor'], fields: site },
  { action: 'app/ratings/[id] answer', may: ['owner'], fields: rated },
  { action: 'app/differences decide', may: ['bureau'], fields: differing },
  { action: 'app/visits/[id] settle', may: ['supervisor'], fields: stray('secondSupervisor') },
  { action: 'app/visits/[id] settle', case: 'a visit of one’s own', may: [], fields: stray('supervisor') },
]
