import type { MonthReporting } from '../../db/queries/month-report'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { dayWords, monthWords } from '../_lib/locale'
import { Panel } from './panel'
import { type Part, StackedBar } from './stacked-bar'

const tones = [
  ['on-time', 'done'],
  ['late', 'part'],
  ['due', 'rest'],
  ['returned', 'open'],
  ['missing', 'open'],
] as const

/** Who has told the month that is asked for now, and why the others need not. */
export function Reporting({ reporting, locale, t }: { reporting: MonthReporting; locale: Locale; t: Messages }) {
  const words = t.chains
  const { states, resting, month } = reporting
  const parts: Part[] = tones.map(([state, tone]) => ({
    key: state,
    label: t.labels.reportStates[state],
    value: states[state],
    tone,
    href: `/projects?report=${state}`,
  }))
  const due = parts.reduce((sum, part) => sum + part.value, 0)
  const rest = states['not-due'] + states['before-reporting']
  const when = fill(words.reportingMonth, { month: monthWords(month, locale) })
  return (
    <Panel title={words.reporting} note={when}>
      <StackedBar
        name={fill(words.reportingName, { month: when })}
        parts={parts.filter((part) => part.value > 0 || part.tone !== 'rest')}
        empty={words.reportingNone}
      />
      <p className="soft mt-3">
        {fill(words.reportingDue, { due, rest, ...resting })} {deadline(reporting, locale, t)}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-5">
        {states.missing > 0 ? <a href="/projects?report=missing">{words.reportingList} ›</a> : null}
        <a href="/projects/matrix">{words.reportingMatrix} ›</a>
      </p>
    </Panel>
  )
}

function deadline({ dueOn, moved, known }: MonthReporting, locale: Locale, { chains }: Messages): string {
  const day = dayWords(dueOn, locale)
  return [fill(moved ? chains.reportingMoved : chains.reportingDeadline, { day }), known ? '' : chains.reportingUnknownYear]
    .filter(Boolean)
    .join(' ')
}
