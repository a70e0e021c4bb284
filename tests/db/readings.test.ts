import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { raiseCondition } from '../../db/commands/conditions'
import { saveDraft } from '../../db/commands/drafts'
import { tieEnterprise } from '../../db/commands/enterprises'
import { proposeMilestoneDates } from '../../db/commands/milestone-dates'
import { addMilestone } from '../../db/commands/milestones'
import { submitOutput } from '../../db/commands/outputs'
import { approveMilestoneDates } from '../../db/commands/review-milestone-dates'
import { approveStatistics, submitStatistics } from '../../db/commands/statistics'
import { createToken } from '../../db/commands/tokens'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { evidence, evidenceLinks } from '../../db/schema'
import { Refusal } from '../../domain/errors'
import { outputInput, statisticsInput } from '../../domain/output-input'
import { monthlyInput } from '../../domain/update-input'
import { readsIn } from '../support/commands'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { readers, readings } from '../support/readings'
import type { Reader, Reading, Subjects } from '../support/readings/reading'
import { sourcesUnder } from '../support/source'
import { giveWork } from '../support/work'

let t: TestHouse
let subjects: Subjects
/** Stands nowhere else: wherever it is read, the first owner's report was read. */
const secret = 4_321_987

beforeAll(() => {
  t = openTestHouse()
  for (const code of ['P0001', 'P0002']) giveWork(t, code)
  datedMilestone(t)
  const month = { code: 'P0001', period: '2025-09', investmentBasis: 'year', investment: String(secret / 10_000), remark: '机密字样' }
  const tie = { chainId: 'building' as const, organisationId: t.organisations.own }
  tieEnterprise(ctxOf(t.actors.bureau), tie)
  const output = { organisationId: String(tie.organisationId), chainId: 'building', quarter: '2025Q2', yearToDate: String(secret / 10_000) }
  const statistics = { chainId: 'building', year: '2025', throughMonth: '2025-09', output: '100', source: '快报' }
  approveStatistics(ctxOf(t.actors.bureau2), submitStatistics(ctxOf(t.actors.bureau), statisticsInput.parse(statistics)))
  saveDraft(ctxOf(t.actors.owner), { subject: 'update:P0001:monthly:2025-08', version: 0, body: { remark: '机密字样' } })
  raiseCondition(ctxOf(t.actors.owner), { code: 'P0002', kind: 'land', ask: '请批', askedOfId: t.organisations.other })
  createToken(ctxOf(t.actors.owner), { name: '表格' })
  subjects = {
    update: submitMonthlyUpdate(ctxOf(t.actors.owner), monthlyInput.parse(month)),
    output: submitOutput(ctxOf(t.actors.owner), outputInput.parse(output)),
    person: t.actors.owner.id,
  }
  hangPicture(`update:${subjects.update}`)
})
afterAll(() => t.close())

/** A file handed in with the report. */
function hangPicture(subject: string): void {
  const sha256 = 'a'.repeat(64)
  const at = '2025-10-16T01:00:00.000Z'
  orm().insert(evidence).values({ sha256, mime: 'image/png', bytes: 1, width: 1, height: 1, createdAt: at }).run()
  orm().insert(evidenceLinks).values({ sha256, subject, name: '照片.png', addedBy: t.actors.owner.id, addedAt: at }).run()
}

/** A milestone of the work that was due a week ago. */
function datedMilestone(t: TestHouse): void {
  const milestoneId = addMilestone(ctxOf(t.actors.bureau), { code: 'P0001', name: '开工', definition: '开工', proof: '照片' })
  const dates = [{ at: 0, milestoneId, version: 1, plannedOn: '2025-10-09' }]
  approveMilestoneDates(ctxOf(t.actors.bureau2), proposeMilestoneDates(ctxOf(t.actors.owner), { dates }))
}

const closed = ['forbidden', 'not-found']
const textOf = (result: unknown): string => JSON.stringify(result, (_, value) => (value instanceof Map ? [...value] : value)) ?? ''

const nothing = ['', 'null', '[]', '{}']

/** What a reader gets, as text; null when they are refused, or told nothing. */
async function got(reading: Reading, reader: Reader): Promise<string | null> {
  try {
    const text = textOf(await reading.call(t.actors[reader], subjects, t))
    return nothing.includes(text) ? null : text
  } catch (error) {
    if (error instanceof Refusal && closed.includes(error.code)) return null
    throw error
  }
}

describe('every read as every role, own and foreign', () => {
  test.each(readings.map((reading) => [reading.read, reading] as const))('%s', async (_, reading) => {
    const allowed: Reader[] = []
    for (const reader of readers) {
      const text = await got(reading, reader)
      if (text !== null) allowed.push(reader)
      if (['otherOwner', 'admin'].includes(reader)) expect(text ?? '').not.toMatch(new RegExp(`P0001|${secret}|机密字样`))
    }
    expect(allowed.sort()).toEqual([...reading.may].sort())
  })
})

test('no read that takes the reader is missing from the table', () => {
  const reads = sourcesUnder('db/queries').flatMap(readsIn)
  expect(reads.length).toBeGreaterThan(50)
  expect(reads.filter((name) => !readings.some(({ read }) => read === name))).toEqual([])
})
