import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { UpdateForm } from '../app/projects/[code]/update/update-form'
import { type House, house, openDatabase, orm } from '../db/client'
import { approveUpdate, returnUpdate } from '../db/commands/review-updates'
import { submitMonthlyUpdate } from '../db/commands/updates'
import { migrateForward } from '../db/migrate'
import { monthlyForm } from '../db/queries/update-form'
import { updateDecision } from '../db/queries/update-view'
import * as schema from '../db/schema'
import { Refusal } from '../domain/errors'
import { wordsField } from '../domain/fields'
import { messagesFor } from '../domain/messages'
import { type MonthlyInput, monthlyInput } from '../domain/update-input'
import { attempts, callers, ctxFor } from './support/authorisation'
import type { Caller } from './support/authorisation/attempt'
import { commandsIn } from './support/commands'
import { labelProblems } from './support/form-labels'
import { ctxOf, openTestHouse, type TestHouse, testDay } from './support/house'
import { type MonthField, monthFields } from './support/month-fields'
import { schemaDrift } from './support/schema-drift'
import { source, sourcesUnder } from './support/source'
import { giveWork, work } from './support/work'

// The form's actions need a request; what it looks like does not.
vi.mock('../app/projects/[code]/update/actions', () => ({ sendMonth: async () => ({}), takeFile: async () => ({}) }))

/** Somebody who knows only the README adds a field to the monthly update. What they may forget, each found, and each seen to be found. */
const planted: MonthField = { answers: ['晴', '雨'], by: 'bureau', column: 'planted' as MonthField['column'] }
const withPlanted = monthlyInput.extend({ planted: wordsField(40) })
type Schema = typeof monthlyInput
type Typed = Record<string, string>
type Database = House['sqlite']

/** Tries something and leaves no trace of it. */
function undone<T>(sqlite: Database, work: () => T): T {
  sqlite.exec('begin')
  try {
    return work()
  } finally {
    sqlite.exec('rollback')
  }
}

describe('a field of the monthly update', () => {
  let t: TestHouse
  let fields: Record<string, MonthField>
  beforeAll(() => {
    t = openTestHouse()
    for (const code of ['P0016', 'P0027']) giveWork(t, code)
    const milestone = { projectId: work('P0016').id, position: 1, name: '开工', definition: '开工', proof: '照片' }
    orm()
      .insert(schema.milestones)
      .values({ ...milestone, originalOn: '2025-12-10', baselineOn: '2025-12-10' })
      .run()
    for (const [period, investment] of [
      ['2025-08', '2000'],
      ['2025-09', '2400'],
    ] as const) {
      const month = { code: 'P0016', period, investment, investmentBasis: 'year', step: '基础', percent: '40', quantityDone: '1' }
      approveUpdate(ctxOf(t.actors.bureau), submitMonthlyUpdate(ctxOf(t.actors.owner), monthlyInput.parse(month)))
    }
    fields = monthFields(t)
  })
  afterAll(() => t.close())

  const first = (): Typed => Object.fromEntries(Object.entries(fields).map(([name, { answers }]) => [name, answers[0]]))

  describe('the policy', () => {
    const unsaid = (input: { shape: object }) => Object.keys(input.shape).filter((name) => !Object.hasOwn(fields, name))

    /** Who may fill a field, whatever a later rule says of the answer. */
    function mayFill(input: Schema, name: string, answer: string): Caller[] {
      const { onBehalfSource, onBehalfOn } = first()
      return callers.filter((caller) =>
        undone(house().sqlite, () => {
          const behalf = caller.startsWith('bureau') ? { onBehalfSource, onBehalfOn } : {}
          const month = { code: 'P0016', period: '2025-09', investmentBasis: 'year', investment: '2500', ...behalf, [name]: answer }
          try {
            submitMonthlyUpdate(ctxFor(t, caller), input.parse(month))
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
            return !['forbidden', 'not-found', 'not-self'].includes(error.code)
          }
          return true
        }),
      )
    }
    const permitted = ({ by }: MonthField): Caller[] => (by === 'unit' ? ['owner', 'bureau', 'bureau2'] : ['bureau', 'bureau2'])

    test('says of every field who may fill it', () => {
      expect(unsaid(monthlyInput)).toEqual([])
      expect(unsaid(withPlanted)).toEqual(['planted'])
    })

    test('is what the command asks', () => {
      const wrong = Object.entries(fields).filter(
        ([name, field]) => `${mayFill(monthlyInput, name, field.answers[1])}` !== `${permitted(field)}`,
      )
      expect(wrong.map(([name]) => name)).toEqual([])
      expect(mayFill(withPlanted, 'planted', '雨')).not.toEqual(permitted(planted))
    })

    test('of no command is missing from the table', () => {
      const known = attempts.map(({ command }) => command)
      const commands = sourcesUnder('db/commands').flatMap(commandsIn)
      expect(commands.filter((name) => !known.includes(name))).toEqual([])
      const text =
        'export function noteSky(\n  ctx: Ctx,\n  sky: string,\n) {}\nexport const noteWind = (ctx: Ctx) => ctx\nfunction own(ctx: Ctx) {}\n'
      expect(commandsIn(source('db/commands/sky.ts', text))).toEqual(['noteSky', 'noteWind'])
    })
  })

  describe('an answer', () => {
    /** The row and what the reviewer sees of it, when the bureau sends a whole month as a correction. */
    const sent = (input: Schema, typed: Typed) =>
      undone(house().sqlite, () => {
        const id = submitMonthlyUpdate(ctxOf(t.actors.bureau), input.parse(typed))
        const row = orm().select().from(schema.updates).where(eq(schema.updates.id, id)).get()!
        const { code, about, lines, remark, revisionReason, onBehalf, noChange } = updateDecision(orm(), t.actors.bureau2, id, testDay)!
        return { row, shown: { code, about, lines, remark, revisionReason, onBehalf, noChange } }
      })

    /** Sends the month twice, with one and with the other answer: both the row and the review must tell them apart. */
    function lost(input: Schema, name: string, { answers, column }: MonthField): string[] {
      const [one, other] = answers.map((answer) => sent(input, { ...first(), [name]: answer }))
      const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
      return [
        ...(same(one?.row[column], other?.row[column]) ? [`${name}: no column keeps it`] : []),
        ...(same(one?.shown, other?.shown) ? [`${name}: the reviewer does not see it`] : []),
      ]
    }

    test('to every field is kept and shown to the reviewer', () => {
      expect(Object.entries(fields).flatMap(([name, field]) => lost(monthlyInput, name, field))).toEqual([])
      expect(lost(withPlanted, 'planted', planted)).toEqual(['planted: no column keeps it', 'planted: the reviewer does not see it'])
    })

    /** Answers that the form would begin without after the month was returned: the unit would have to type them again. */
    const notGivenBack = (input: Schema, typed: Typed, names: string[]) =>
      undone(house().sqlite, () => {
        returnUpdate(ctxOf(t.actors.bureau2), submitMonthlyUpdate(ctxOf(t.actors.bureau), input.parse(typed)), '请核对')
        const { values } = monthlyForm(t.actors.bureau, 'P0016', '2025-09', testDay)
        return names.filter((name) => values[name] !== typed[name])
      })

    test('comes back in the form when the month is returned', () => {
      const names = Object.keys(fields).filter((name) => !fields[name]?.address && name !== 'noChange')
      expect(notGivenBack(monthlyInput, first(), names)).toEqual([])
      expect(notGivenBack(withPlanted, { ...first(), planted: '雨' }, ['planted'])).toEqual(['planted'])
    })

    test('is named for the reviewer in both languages', () => {
      const lines = sent(monthlyInput, first()).shown.lines.map(({ field }) => field)
      const unnamed = (names: string[]) =>
        (['zh-CN', 'en'] as const).flatMap((locale) => names.filter((name) => !(messagesFor(locale).reviews.fields as Typed)[name]))
      expect(lines.length).toBeGreaterThan(6)
      expect(unnamed(lines)).toEqual([])
      expect(unnamed(['planted'])).toHaveLength(2)
    })
  })

  describe('the label', () => {
    /** The form at its fullest: on behalf, first as an ordinary month, then as a correction. */
    function drawn(locale: 'zh-CN' | 'en'): string {
      const form = monthlyForm(t.actors.bureau, 'P0016', '2025-09', testDay)
      const props = { form, units: [], onBehalf: true, today: testDay, locale, t: messagesFor(locale) }
      return [false, true].map((correcting) => renderToStaticMarkup(createElement(UpdateForm, { ...props, correcting }))).join('')
    }

    test('of every field stands in the form in both languages', () => {
      const forms = { zh: drawn('zh-CN'), en: drawn('en') }
      const filled = Object.keys(monthlyInput.shape).filter((name) => !fields[name as keyof MonthlyInput]?.address)
      expect(labelProblems(forms, filled, ['中型水库', '开工'])).toEqual([])
      expect(labelProblems(forms, ['planted'])).toEqual(['planted: not in the form'])
    })

    test('is missed in either language, and in English when it is Chinese', () => {
      const field = (label: string) =>
        `<label for="w"><span class="field-head"><span>${label}</span><span>optional</span></span></label><input id="w" name="planted"/>`
      expect(labelProblems({ zh: field('天气'), en: field('Weather') }, ['planted'])).toEqual([])
      expect(labelProblems({ zh: field(''), en: field('Weather') }, ['planted'])).toEqual(['planted: no label in Chinese'])
      expect(labelProblems({ zh: field('天气'), en: field('') }, ['planted'])).toEqual(['planted: no label in English'])
      expect(labelProblems({ zh: field('天气'), en: field('天气') }, ['planted'])).toEqual(['planted: its English label is Chinese'])
    })
  })
})

describe('the migrations', () => {
  let dir: string
  let sqlite: ReturnType<typeof openDatabase>['sqlite']
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'hengdong-drift-'))
    const opened = openDatabase(dir)
    sqlite = opened.sqlite
    migrateForward(sqlite, opened.orm, dir)
  })
  afterAll(() => {
    sqlite.close()
    rmSync(dir, { recursive: true, force: true })
  })

  test('make everything that db/schema speaks of', () => {
    expect(schemaDrift(schema, sqlite)).toEqual([])
  })

  test('are missed where a column, an index or a table was not made', () => {
    const driftAfter = (statement: string) =>
      undone(sqlite, () => {
        sqlite.exec(statement)
        return schemaDrift(schema, sqlite)
      })
    expect(driftAfter('alter table drafts drop column updated_at')).toContain('no migration makes drafts.updated_at text not null')
    expect(driftAfter('alter table updates add column planted text')).toContain('db/schema does not know updates.planted text')
    expect(driftAfter('drop index updates_status')).toContain('no migration makes index updates_status on updates(status,submitted_at)')
    expect(driftAfter('drop table jobs')).toContain('no migration makes jobs.state text not null')
  })
})
