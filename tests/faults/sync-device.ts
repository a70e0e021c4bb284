import { randomUUID } from 'node:crypto'
import type { OutboxStore, Standing, Waiting } from '../../app/field/outbox'
import type { FieldItem, SeenFigureRecord } from '../../domain/field-items'
import type { Chance } from './chance'
import type { Picture } from './sync-photos'

/** Where the phones of the tests go, and as whom. */
export type Site = { userId: number; round: number; works: { code: string; version: number }[] }
/** One visit as it was made on a phone, and what must be in the library when everything has been sent. */
export type Journey = {
  marker: string
  visit: string
  packagedAt: string
  /** When it really was; null where the phone did not know how wrong its clock is. */
  trulyAt: number | null
  items: FieldItem[]
  pictures: Map<string, Picture>
}

const day = 86_400_000

export function journey(n: number, { round, works }: Site, pool: readonly Picture[], chance: Chance): Journey {
  const marker = `第${n}次走访`
  const work = works[n % works.length]!
  const visit = randomUUID()
  const trulyAt = Date.now() - chance.below(2 * day)
  // Unique to the millisecond: what is begun twice shows, whatever it is called.
  const packagedAt = new Date(Date.now() - 4 * day - n).toISOString()
  const wrong = chance.one([0, 0, day, -day, chance.below(3_600_000)])
  const offsetMs = chance.is(0.8) ? 0 - wrong : null
  const said = (after: number) => new Date(trulyAt + after + wrong).toISOString()
  const stamp = (after: number) => ({ id: randomUUID(), deviceAt: said(after), offsetMs, visit })
  const basis = { packagedAt, version: work.version, approvedUpdateId: null, reportedUpdateId: null }
  const start: FieldItem = { kind: 'visit-started', ...stamp(0), id: visit, round, code: work.code, startedAt: said(0), basis }
  const findings = Array.from({ length: chance.below(3) }, (_, at) => finding(stamp(60_000), `${marker}的问题${at + 1}`))
  const photographs = Array.from({ length: chance.below(3) }, (_, at) => {
    const picture = chance.one(pool)
    const shown = chance.one([null, ...findings.map(({ id }) => id)])
    return { picture, item: photo({ ...stamp(90_000), takenAt: said(90_000) }, picture, `${marker}的照片${at + 1}`, shown) }
  })
  const rating = { level: chance.one(['green', 'yellow', 'red'] as const), reason: marker }
  const told = { figures: figures(chance), rating, present: ['张三'], words: marker, position: null }
  const end: FieldItem = { kind: 'visit-finished', ...stamp(120_000), endedAt: said(120_000), ...told }
  return {
    ...{ marker, visit, packagedAt, trulyAt: offsetMs === null ? null : trulyAt },
    items: [start, ...findings, ...photographs.map(({ item }) => item), end],
    pictures: new Map(photographs.map(({ item, picture }) => [item.id, picture])),
  }
}

type Stamp = { id: string; deviceAt: string; offsetMs: number | null; visit: string }

const finding = (stamp: Stamp, facts: string): FieldItem => ({
  ...{ kind: 'finding', ...stamp, category: 'quality', severity: 'general', basis: null, facts },
})

function photo(stamp: Stamp & { takenAt: string }, { bytes, sent }: Picture, name: string, finding: string | null): FieldItem {
  return { kind: 'photo', ...stamp, finding, name: `${name}.jpg`, bytes: bytes.length, sha256: sent, position: null }
}

function figures(chance: Chance): SeenFigureRecord[] {
  const all: SeenFigureRecord[] = [
    { figure: 'percent', result: 'differs', reported: null, approved: 80, value: chance.below(80), why: null },
    { figure: 'people', result: 'seen', reported: null, approved: null, value: chance.below(200), why: null },
    { figure: 'machines', result: 'unchecked', reported: null, approved: null, value: null, why: '没有台账' },
  ]
  return all.slice(0, 1 + chance.below(3))
}

/**
 * A phone's storage: what is in it survives the browser. `finish` = the visit is over, and the rest is to be sent too; `dies` = the browser is killed before it
 * could note an answer.
 */
export type Device = { store: OutboxStore; standings: () => Standing[]; finish: () => void }

export function device(userId: number, made: Journey, dies: () => boolean): Device {
  const kept = new Map<string, Standing>(made.items.slice(0, 1).map(({ id }) => [id, { state: 'device' }]))
  const finish = () => {
    for (const { id } of made.items) if (!kept.has(id)) kept.set(id, { state: 'device' })
  }
  let secret: string | null = null
  const store: OutboxStore = {
    userId,
    waiting: async () => made.items.flatMap((item) => waiting(item, kept.get(item.id))),
    item: async (id) => made.items.find((item) => item.id === id)!,
    bytes: async (id) => made.pictures.get(id)!.bytes,
    settle: async (id, standing) => {
      if (dies()) throw new BrowserKilled()
      kept.set(id, standing)
    },
    learnOffset: async () => {},
    opens: async (given) => {
      secret ??= given
      return given === secret
    },
  }
  return { store, standings: () => [...kept.values()], finish }
}

function waiting({ id, kind }: FieldItem, standing: Standing | undefined): Waiting[] {
  return standing?.state === 'device' || standing?.state === 'announced' ? [{ id, kind, state: standing.state }] : []
}

export class BrowserKilled extends Error {}
