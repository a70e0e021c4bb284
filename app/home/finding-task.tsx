import type { FindingLine } from '../../db/queries/finding-list'
import type { FindingTaskKind } from '../../db/queries/finding-tasks'
import type { Day } from '../../domain/calendar'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { FindingStateMark } from '../_components/finding-state'
import { dayWords } from '../_lib/locale'
import { Step, Task } from './task'

/** What a finding asks of the unit itself. */
export const unitKinds = ['sent-back', 'acknowledge', 'plan', 'rectify'] as const satisfies readonly FindingTaskKind[]
export type UnitKind = (typeof unitKinds)[number]

type Props = { kind: UnitKind; row: FindingLine; today: Day; main: boolean; locale: Locale; t: Messages }

/** A finding the unit has to see to: its alarm by shape and word, its deadline, and the one next step. */
export function FindingTask({ kind, row, today, main, locale, t }: Props) {
  const words = t.home
  const { findingCategories, findingSeverities } = t.labels
  const said = { number: row.number, category: findingCategories[row.category], severity: findingSeverities[row.severity] }
  return (
    <Task
      mark={<FindingStateMark row={row} today={today} t={t} />}
      level={isLate(kind, row) ? 'red' : 'yellow'}
      when={row.dueOn ? fill(words.findingDue, { day: dayWords(row.dueOn, locale) }) : words.findingNoDue}
      title={
        <>
          {words.findingAct[kind]}
          {row.work ? (
            <>
              {' · '}
              <span lang="zh-CN">{row.work.name}</span>
            </>
          ) : null}
        </>
      }
      steps={
        <Step href={`/findings/${row.number}`} main={main}>
          {words.findingStep[kind]}
        </Step>
      }
    >
      <p lang="zh-CN">{shortened(row.facts)}</p>
      <p className="soft small">{fill(words.findingKind, said)}</p>
    </Task>
  )
}

export const isLate = (kind: UnitKind, row: FindingLine): boolean => kind === 'sent-back' || row.overdueDays > 0

const most = 90
export const shortened = (facts: string): string => (facts.length > most ? `${facts.slice(0, most)}…` : facts)
