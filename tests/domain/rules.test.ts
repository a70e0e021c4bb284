import { describe, expect, test } from 'vitest'
import { holidays } from '../../db/reference/holidays'
import { firstDutyRules, firstEscalationRules, firstLightRules, firstRectificationRules } from '../../db/reference/rules'
import { issuesOf } from '../../domain/fields'
import { messagesFor } from '../../domain/messages'
import { bodyOf, mayTakeEffect, type RuleKind, ruleForms, ruleKinds, rulesInput } from '../../domain/rules'
import { ruleChanges, ruleGroups, ruleTexts } from '../../domain/rules-fields'

const stored: Record<RuleKind, unknown> = {
  lights: firstLightRules,
  duty: firstDutyRules,
  rectification: firstRectificationRules,
  escalation: firstEscalationRules,
  holidays,
}

/** As the page sends it: names with dots are branches. */
function sent(kind: RuleKind, change: Record<string, string> = {}): Record<string, unknown> {
  const tree: Record<string, unknown> = { kind, version: '1', effectiveFrom: '2025-11-01', reason: '县政府常务会议定' }
  for (const [name, text] of Object.entries({ ...ruleTexts(kind, stored[kind], '2025-10-16'), ...change })) {
    const path = name.split('.')
    const last = path.pop() ?? ''
    const branch = path.reduce<Record<string, unknown>>((at, part) => {
      at[part] ??= {}
      return at[part] as Record<string, unknown>
    }, tree)
    branch[last] = text
  }
  return tree
}
const issues = (kind: RuleKind, change: Record<string, string>) => {
  const parsed = rulesInput.safeParse(sent(kind, change))
  return parsed.success ? [] : issuesOf(parsed.error).map(({ field, code }) => `${field} ${code}`)
}

const numbered = ruleKinds.filter((kind) => kind !== 'holidays')

describe('a rule in its form', () => {
  test.each(numbered)('%s: what the form shows of a stored rule comes back as the same rule', (kind) => {
    const parsed = rulesInput.parse(sent(kind))
    expect(bodyOf(kind, parsed.form, stored[kind])).toEqual(stored[kind])
    expect(ruleChanges(kind, stored[kind], parsed.form)).toEqual([])
  })

  test.each(ruleKinds)('%s: every field has a name and an explanation in both languages', (kind) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const t = messagesFor(locale).rules
      const groups: Record<string, { title: string; why: string }> = t.groups
      for (const { name, fields } of ruleGroups[kind]) {
        expect(groups[`${kind}.${name}`], `${kind}.${name}`).toBeDefined()
        for (const field of fields.filter(({ as }) => as === 'number')) {
          const known: Record<string, { label: string; hint: string }> = t.fields
          expect(field.name.startsWith('expected.') || known[field.name], field.name).toBeTruthy()
        }
      }
    }
  })

  test('no level is told to anybody where no box is ticked', () => {
    const typed = sent('rectification')
    delete typed.tell
    const parsed = rulesInput.parse(typed)
    expect(parsed.form).toMatchObject({ tell: { warning: [], blue: [], yellow: [], red: [] } })
  })

  test('a second limit never lies before the first', () => {
    expect(issues('lights', { 'progress.yellowFrom': '31' })).toEqual(['progress.redAbove too-small'])
    expect(issues('lights', { 'funds.redBelow': '120' })).toEqual(['funds.yellowBelow too-small'])
    expect(issues('lights', { 'statistics.redAfterDays': '10' })).toEqual(['statistics.redAfterDays too-small'])
    expect(issues('lights', { 'expected.construction.high': '0.1' })).toEqual(['expected.construction.high too-small'])
    expect(issues('rectification', { 'overdueDays.yellow': '40' })).toEqual(['overdueDays.red too-small'])
  })

  test('the lights of funds and statistics may be left out whole, never in part', () => {
    const none = { 'statistics.yellowAfterDays': '', 'statistics.redAfterDays': '' }
    const parsed = rulesInput.parse(sent('lights', none))
    expect('statistics' in parsed.form && parsed.form.statistics).toBeFalsy()
    expect(issues('lights', { 'statistics.yellowAfterDays': '' })).toEqual(['statistics.yellowAfterDays required'])
  })

  test('what is no number, too large or missing is refused at its field', () => {
    expect(issues('lights', { 'start.redFromMonths': 'drei' })).toEqual(['start.redFromMonths not-whole'])
    expect(issues('duty', { dueDay: '29' })).toEqual(['dueDay too-large'])
    expect(issues('duty', { 'byStage.paused': 'weekly' })).toEqual(['byStage.paused not-a-choice'])
    expect(issues('escalation', { unit: '' })).toEqual(['unit required'])
    expect(rulesInput.safeParse({ ...sent('duty'), kind: 'weather' }).success).toBe(false)
    expect(rulesInput.safeParse({ ...sent('duty'), reason: ' ' }).success).toBe(false)
  })
})

describe('the holidays of a year', () => {
  test('are typed as a list of days, and take their place among the other years', () => {
    const parsed = rulesInput.parse(sent('holidays', { year: '2031', off: '2031-01-01、2031-01-02', work: '2031-01-04' }))
    const body = bodyOf('holidays', parsed.form, holidays)
    expect(body).toEqual({ ...holidays, '2031': { off: ['2031-01-01', '2031-01-02'], work: ['2031-01-04'] } })
    expect(ruleChanges('holidays', holidays, body)).toEqual([{ name: '2031', before: null, after: '2031-01-01 2031-01-02 / 2031-01-04' }])
  })

  test('hold days of that year only, and none that is both off and worked', () => {
    expect(issues('holidays', { year: '2031', off: '2030-12-31' })).toEqual(['off wrong-shape'])
    expect(issues('holidays', { year: '2031', off: '2031-02-30' })).toEqual(['off wrong-shape'])
    expect(issues('holidays', { year: '2031', off: '2031-01-01', work: '2031-01-01' })).toEqual(['work same-day'])
  })
})

test('a rule takes effect from today on, or from the first of the running month', () => {
  const on = (day: string) => mayTakeEffect(day, '2025-10-16')
  expect([on('2025-10-16'), on('2025-12-01'), on('2025-10-01')]).toEqual([true, true, true])
  expect([on('2025-10-15'), on('2025-09-01'), on('2025-10-02')]).toEqual([false, false, false])
})

test('every kind has a form', () => expect(Object.keys(ruleForms).sort()).toEqual([...ruleKinds].sort()))
