import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { house, orm } from '../../db/client'
import { approveAnnualPlan } from '../../db/commands/annual-plans'
import { approveFactSheet, submitFactSheet } from '../../db/commands/fact-sheets'
import { compareImport, mapImport, stageImportRows, startImport } from '../../db/commands/imports'
import { approvePlanSource, decideImportRow, undoImport } from '../../db/commands/imports-decide'
import { beginDayPicture, beginLock } from '../../db/commands/locks'
import { approveUpdate } from '../../db/commands/review-updates'
import { factsAsOf } from '../../db/locks/as-of'
import { momentOf, spanOf } from '../../db/locks/row'
import { decisionFor } from '../../db/queries/decision-view'
import { waitingCounts } from '../../db/queries/home-bureau'
import { reviewQueue } from '../../db/queries/review-queue'
import { annualPlans, factSheets, locks, projects, updates } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import { Refusal } from '../../domain/errors'
import { factSheetInput } from '../../domain/fact-sheet-input'
import { mappingInput, rowDecisionInput } from '../../domain/import-input'
import { addUser, ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { handIn, importNow, importRow, type Ledger, outcomes, preview, readRows, refTo, rowsOf, settle } from '../support/import-house'
import { computeAll, lockRow, publishedLock, worksOf } from '../support/locks'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeEach(() => {
  t = openTestHouse()
  for (const code of ['P0001', 'P0002', 'P0003']) giveWork(t, code)
})
afterEach(() => t.close())

const refusal = (call: () => unknown): Refusal => {
  try {
    call()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was not refused')
}

const facts = (fields: Ledger['fields'], rows: string[][], more: Record<string, string> = {}): Ledger => ({
  fields,
  rows,
  about: {
    ...{ purpose: 'facts', year: '2025', note: '按年初台账', sector: 'industry' },
    ...{ documentNo: '东发改〔2025〕9号', documentTitle: '补充项目', documentDay: '2025-03-01', ...more },
  },
})

/** Handed in by the unit itself, by hand. */
const submitSheetOf = (code: string): number =>
  submitFactSheet(
    ctxOf(t.actors.owner),
    factSheetInput.parse({ code, version: '0', content: '一期', responsible: '测试发改局', totalYuan: '100', totalDocument: '备案证明' }),
  )

describe('a row that no form would take', () => {
  test('with a total below nothing is refused at its cell, and the rows beside it go in', () => {
    const id = importNow(
      t,
      facts(
        ['code', 'totalYuan'],
        [
          ['P0001', '-500'],
          ['P0002', '800'],
        ],
      ),
    )
    expect(rowsOf(id).map(({ outcome, refusal }) => [outcome, refusal?.cell ?? null, refusal?.code ?? null])).toEqual([
      ['refused', 'B4', 'not-positive'],
      ['changed', null, null],
    ])
    expect(importRow(id).state).toBe('applied')
    expect(
      orm()
        .select()
        .from(factSheets)
        .all()
        .map(({ body }) => body.totalYuan),
    ).toEqual([8_000_000])
  })

  test('with a planned sum below nothing is refused at its cell, not kept as the plan of the year', () => {
    const id = preview(t, facts(['code', 'annualPlanYuan'], [['P0001', '(1,200)']]))
    expect(rowsOf(id).map(({ outcome, refusal }) => [outcome, refusal?.cell ?? null, refusal?.code ?? null])).toEqual([
      ['refused', 'B4', 'not-positive'],
    ])
    expect(orm().select().from(annualPlans).where(eq(annualPlans.plannedYuan, -12_000_000)).all()).toEqual([])
  })

  test('with a contact longer than the form has room for is refused at its cell, never cut', () => {
    const id = preview(t, facts(['code', 'contact'], [['P0001', '甲'.repeat(51)]]))
    expect(rowsOf(id)[0]).toMatchObject({ outcome: 'refused', refusal: { cell: 'B4', code: 'too-long', params: { max: 50 } } })
  })

  test('with a place longer than the form has room for is refused at its cell', () => {
    const id = preview(t, facts(['name', 'town'], [['一处全新的试验灌渠', '乙'.repeat(41)]]))
    expect(rowsOf(id)[0]).toMatchObject({ outcome: 'refused', refusal: { cell: 'B4', code: 'too-long', params: { max: 40 } } })
  })
})

describe('four eyes on a plan source', () => {
  const annex = (): Ledger => ({
    fields: ['name', 'ownerName', 'totalYuan'],
    rows: [
      [work('P0001').name, '', '12345.67'],
      [`${work('P0002').name}二期`, '', '100'],
    ],
    about: { purpose: 'plan-source' },
    fileName: '重大项目汇总表.xlsx',
  })
  const third = () => addUser('test-bureau3', 'bureau', t.organisations.bureau, '2025-01-10')

  test('whoever said what its columns mean does not approve it, though two others handed it in and started it', () => {
    const starter = third()
    const ledger = annex()
    const id = handIn(t, ledger)
    const mapper = ctxOf(t.actors.bureau2)
    const columns = ledger.fields.map((field, at) => ({ column: String(at + 1), field, unit: 'wan' }))
    mapImport(
      mapper,
      mappingInput.parse({ sender: '某局', ...ledger.about, columns, id: String(id), version: String(importRow(id).version) }),
    )
    stageImportRows(mapper, { ...refTo(id), rows: readRows(ledger) })
    compareImport(mapper, refTo(id))
    settle()
    startImport(ctxOf(starter), refTo(id))
    settle()
    expect(importRow(id).state).toBe('submitted')
    expect(refusal(() => approvePlanSource(mapper, refTo(id))).code).toBe('not-self')
  })

  test('whoever said which work a doubtful row means does not approve it', () => {
    const approver = third()
    const id = preview(t, annex())
    const doubtful = rowsOf(id).find(({ outcome }) => outcome === 'doubtful') ?? rowsOf(id)[1]
    const typed = {
      ...{ id: String(id), version: String(importRow(id).version) },
      row: String(doubtful?.id),
      decision: 'work',
      code: 'P0002',
    }
    decideImportRow(ctxOf(t.actors.bureau2), rowDecisionInput.parse(typed))
    startImport(ctxOf(t.actors.bureau), refTo(id))
    settle()
    expect(refusal(() => approvePlanSource(ctxOf(t.actors.bureau2), refTo(id))).code).toBe('not-self')
    approvePlanSource(ctxOf(approver), refTo(id))
    expect(importRow(id).state).toBe('approved')
  })
})

describe('four eyes on what an import handed in', () => {
  test('whoever mapped the file approves none of its rows, though another person pressed the button', () => {
    const fields = facts(['code', 'totalYuan', 'annualPlanYuan'], [['P0001', '800', '100']])
    const month: Ledger = { fields: ['code', 'yearToDateYuan'], rows: [['P0001', '60']], about: { purpose: 'reports', period: '2025-09' } }
    for (const ledger of [fields, month]) {
      const id = preview(t, ledger)
      startImport(ctxOf(t.actors.bureau2), refTo(id))
      settle()
    }
    const [drafter, third] = [ctxOf(t.actors.bureau), ctxOf(addUser('test-bureau3', 'bureau', t.organisations.bureau, '2025-01-10'))]
    const [sheet, plan, update] = [factSheets, annualPlans, updates].map((table) => orm().select().from(table).all().at(-1)?.id ?? 0)
    for (const [approve, id] of [
      [approveFactSheet, sheet] as const,
      [approveAnnualPlan, plan] as const,
      [approveUpdate, update] as const,
    ]) {
      expect(refusal(() => approve(drafter, id ?? 0)).code).toBe('not-self')
      approve(third, id ?? 0)
    }
  })

  test('and is offered none of them: the reviewers’ page, its queue and the home page count them as their own', () => {
    const id = preview(t, facts(['code', 'totalYuan', 'annualPlanYuan'], [['P0001', '800', '100']]))
    startImport(ctxOf(t.actors.bureau2), refTo(id))
    settle()
    const third = addUser('test-bureau3', 'bureau', t.organisations.bureau, '2025-01-10')
    const other = submitSheetOf('P0002')
    const owns = (actor: UserActor) => {
      const { rows } = reviewQueue(actor, testDay, null)
      const seen = rows.map(({ kind, id: row, own }) => {
        const decision = decisionFor(actor, { kind, id: row }, testDay)
        expect(decision?.own).toBe(own)
        return [kind, row === other ? 'typed' : 'imported', own, decision?.ownImport]
      })
      const counts = waitingCounts(actor).map(({ kind, own }) => [kind, own])
      return { seen: seen.toSorted(), counts: counts.toSorted() }
    }
    const rows = (imported: boolean, from: number | null) => [
      ['annual-plan', 'imported', imported, from],
      ['fact-sheet', 'imported', imported, from],
      ['fact-sheet', 'typed', false, null],
    ]
    const counts = (own: number) => [
      ['annual-plan', own],
      ['fact-sheet', own],
    ]
    expect(owns(t.actors.bureau)).toEqual({ seen: rows(true, id), counts: counts(1) })
    expect(owns(t.actors.bureau2)).toEqual({ seen: rows(true, null), counts: counts(1) })
    expect(owns(third)).toEqual({ seen: rows(false, null), counts: counts(0) })
  })
})

describe('undoing', () => {
  const fresh = () => facts(['name', 'totalYuan'], [['一处从未有过的冷链仓储', '3000']])
  const later = '2025-10-18'

  test('is not held up by a picture of a day that somebody looked at to compare', () => {
    const id = importNow(t, fresh())
    expect(outcomes(id)).toEqual(['new'])
    const picture = beginDayPicture(ctxOf(t.actors.leader, later), { day: '2025-10-17' })
    computeAll(later)
    undoImport(ctxOf(t.actors.bureau, later), refTo(id))
    settle()
    expect(importRow(id).state).toBe('undone')
    expect(orm().select().from(projects).where(eq(projects.name, '一处从未有过的冷链仓储')).all()).toEqual([])
    computeAll(later)
    expect(orm().select().from(locks).where(eq(locks.id, picture)).get()?.state).toBe('abandoned')
    expect(house().sqlite.pragma('foreign_key_check')).toEqual([])
  })

  test('waits while a period is being locked: the figures read must be there until they are confirmed or given up', () => {
    const id = importNow(t, fresh())
    beginLock(ctxOf(t.actors.bureau), { period: '2025-09' })
    expect(refusal(() => undoImport(ctxOf(t.actors.bureau2), refTo(id))).code).toBe('import-lock-under-way')
  })
})

describe('a month that was locked with what an import told', () => {
  test('is afterwards still known as it was published, though the import is undone', () => {
    const rows = [['P0001', '1200', '30']]
    const id = importNow(t, { fields: ['code', 'yearToDateYuan', 'percent'], rows, about: { purpose: 'reports', period: '2025-09' } })
    const lock = publishedLock(t, '2025-09')
    const told = worksOf(lock)
    expect(told.find(({ code }) => code === 'P0001')?.reportState).not.toBe('missing')
    undoImport(ctxOf(t.actors.bureau2), refTo(id))
    settle()
    expect(importRow(id).state).toBe('undone')
    const row = lockRow(lock)
    const then = factsAsOf(orm(), momentOf(row), spanOf(row))
    expect(told.map(({ projectId }) => then(projectId))).toEqual(told.map(({ lockId: _, ...work }) => work))
    expect(worksOf(lock)).toEqual(told)
  })
})

describe('a step that fails every time', () => {
  test('stops its import with a word, and holds up no other one', () => {
    const broken = handIn(t, facts(['code', 'totalYuan'], [['P0001', '800']]))
    compareImport(ctxOf(t.actors.bureau), refTo(broken))
    house().sqlite.prepare(`update import_rows set row_values = '{' where import_id = ?`).run(broken)
    const sound = handIn(t, facts(['code', 'totalYuan'], [['P0002', '900']]))
    compareImport(ctxOf(t.actors.bureau2), refTo(sound))
    for (let tick = 0; tick < 8; tick++) {
      try {
        settle()
      } catch {
        // As the house does: written to the log, and tried again at the next tick.
      }
    }
    expect(importRow(broken)).toMatchObject({ state: 'staged', stopped: 'import-failed' })
    expect(importRow(sound)).toMatchObject({ state: 'staged', stopped: null, counts: { changed: 1 } })
  })

  test('leaves no half of a comparison to be imported as if it were the whole', () => {
    const id = preview(
      t,
      facts(
        ['code', 'totalYuan'],
        [
          ['P0001', '800'],
          ['P0002', '900'],
        ],
      ),
    )
    house().sqlite.prepare('update import_rows set outcome = null where import_id = ? and row = 5').run(id)
    expect(refusal(() => startImport(ctxOf(t.actors.bureau), refTo(id))).code).toBe('import-reading-broken')
  })
})
