import type { Day, Holidays } from './calendar'
import type { EscalationRules } from './escalation'
import { alarmLevels, type RectificationRules, toldRoles } from './finding'
import { stages } from './project'
import type { RuleKind } from './rules'

/** What stands beside a number: 百分点, 个月, 天, 个工作日 … */
export type RuleUnit = 'points' | 'percent' | 'share' | 'months' | 'quarters' | 'days' | 'workdays' | 'monthday' | 'year'
export type RuleField = { name: string; as: 'number'; unit: RuleUnit; optional?: true } | { name: string; as: 'duty' | 'tick' | 'days' }
/** Fields that belong together; `name` names the group's title and explanation. */
export type RuleGroup = { name: string; fields: readonly RuleField[] }

const number = (name: string, unit: RuleUnit): RuleField => ({ name, as: 'number', unit })
const optional = (name: string, unit: RuleUnit): RuleField => ({ name, as: 'number', unit, optional: true })

export const ruleGroups: Record<RuleKind, readonly RuleGroup[]> = {
  lights: [
    {
      name: 'progress',
      fields: [
        number('progress.yellowFrom', 'points'),
        number('progress.redAbove', 'points'),
        number('progress.greyAfterMissed', 'months'),
      ],
    },
    { name: 'start', fields: [number('start.redFromMonths', 'months')] },
    { name: 'milestone', fields: [number('milestone.redAboveDays', 'days')] },
    {
      name: 'funds',
      fields: [
        optional('funds.yellowBelow', 'percent'),
        optional('funds.redBelow', 'percent'),
        optional('funds.greyAfterQuarters', 'quarters'),
      ],
    },
    { name: 'statistics', fields: [optional('statistics.yellowAfterDays', 'days'), optional('statistics.redAfterDays', 'days')] },
    {
      name: 'expected',
      fields: [
        number('expected.redFactor', 'share'),
        ...stages.flatMap((stage) => [number(`expected.${stage}.low`, 'share'), number(`expected.${stage}.high`, 'share')]),
      ],
    },
  ],
  duty: [
    { name: 'due', fields: [number('dueDay', 'monthday'), number('resubmitWorkdays', 'workdays')] },
    { name: 'byStage', fields: stages.map((stage): RuleField => ({ name: `byStage.${stage}`, as: 'duty' })) },
  ],
  rectification: [
    {
      name: 'alarms',
      fields: [
        number('warnDaysBefore', 'days'),
        number('overdueDays.blue', 'days'),
        number('overdueDays.yellow', 'days'),
        number('overdueDays.red', 'days'),
      ],
    },
    { name: 'answers', fields: [number('acknowledgeWorkdays', 'workdays'), number('answerWorkdays', 'workdays')] },
    {
      name: 'deadlines',
      fields: [number('deadlineDays.general', 'days'), number('deadlineDays.serious', 'days'), number('deadlineDays.major', 'days')],
    },
    {
      name: 'tell',
      fields: alarmLevels.flatMap((level) => toldRoles.map((role): RuleField => ({ name: `tell.${level}.${role}`, as: 'tick' }))),
    },
  ],
  escalation: [{ name: 'levels', fields: [number('unit', 'workdays'), number('leader', 'workdays')] }],
  holidays: [{ name: 'year', fields: [number('year', 'year'), { name: 'off', as: 'days' }, { name: 'work', as: 'days' }] }],
}

/** What stands in each field of a rule, by its name; `on` = ticked. Of holidays the form holds one year: the next that nobody has entered. */
export function ruleTexts(kind: RuleKind, body: unknown, today: Day): Record<string, string> {
  if (kind === 'holidays') return holidayTexts(body as Holidays, today)
  if (kind === 'escalation') return escalationTexts(body as EscalationRules)
  const texts = leaves(body)
  if (kind === 'rectification') for (const name of ticksOf(body as RectificationRules)) texts[name] = 'on'
  return kind === 'lights' ? withoutStages(texts) : texts
}

const lastFirst = (years: Holidays): string[] => Object.keys(years).sort().reverse()

function holidayTexts(years: Holidays, today: Day): Record<string, string> {
  const [last = today.slice(0, 4)] = lastFirst(years)
  return { year: String(Number(last) + 1), off: '', work: '' }
}

function escalationTexts({ levels }: EscalationRules): Record<string, string> {
  return Object.fromEntries(levels.flatMap(({ asks, workdays }) => (workdays === null ? [] : [[asks, String(workdays)]])))
}

const ticksOf = ({ tell }: RectificationRules): string[] =>
  alarmLevels.flatMap((level) => tell[level].map((role) => `tell.${level}.${role}`))

/** The weights stand under their stage in the form, one step less deep. */
const withoutStages = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name.replace('expected.byStage.', 'expected.'), text]))

function leaves(value: unknown, path = ''): Record<string, string> {
  if (typeof value === 'number' || typeof value === 'string') return { [path]: String(value) }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return {}
  const below = Object.entries(value).map(([name, part]) => leaves(part, path ? `${path}.${name}` : name))
  return Object.assign({}, ...below)
}

/** The fields in which two versions of a rule differ, with what stood and stands there. */
export function ruleChanges(
  kind: RuleKind,
  before: unknown,
  after: unknown,
): { name: string; before: string | null; after: string | null }[] {
  if (kind === 'holidays') return holidayChanges(before as Holidays, after as Holidays)
  const [was, is] = [ruleTexts(kind, before, '2021-01-01'), ruleTexts(kind, after, '2021-01-01')]
  return ruleGroups[kind]
    .flatMap(({ fields }) => fields.map(({ name }) => name))
    .filter((name) => was[name] !== is[name])
    .map((name) => ({ name, before: was[name] ?? null, after: is[name] ?? null }))
}

function holidayChanges(before: Holidays, after: Holidays) {
  const words = (years: Holidays, year: string) => {
    const days = years[year]
    return days ? `${days.off.join(' ')} / ${days.work.join(' ')}` : null
  }
  return lastFirst(after)
    .filter((year) => words(before, year) !== words(after, year))
    .map((year) => ({ name: year, before: words(before, year), after: words(after, year) }))
}
