import type { AskedCondition, DueMilestone, DueOutput, DueReport } from '../../db/queries/home-owner'
import type { Returned } from '../../db/queries/home-returned'
import type { Day } from '../../domain/calendar'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { minuteWords } from '../_lib/instant'
import { dayWords, monthName } from '../_lib/locale'
import { returnedLink, returnedWords } from './returned-links'
import { Step, Task } from './task'

type Common = { main: boolean; t: Messages }
type Dated = Common & { locale: Locale }

const Chinese = ({ children }: { children: string }) => <span lang="zh-CN">{children}</span>

export function ReturnedTask({ row, main, locale, t }: Dated & { row: Returned }) {
  const words = t.home
  const when = fill(words.returnedBy, { by: row.decider?.organisation ?? '', at: row.at ? minuteWords(row.at) : '' })
  return (
    <Task
      mark={words.returned}
      level="red"
      when={when}
      title={
        <>
          {returnedWords(row, locale, t)} · <Chinese>{row.title}</Chinese>
        </>
      }
      steps={
        <Step href={returnedLink(row)} main={main}>
          {words.fixAndResend}
        </Step>
      }
    >
      <p lang="zh-CN">{row.reason ? fill(words.returnedReason, { reason: row.reason }) : words.returnedNoReason}</p>
    </Task>
  )
}

export function DueTask({ due, today, main, locale, t }: Dated & { due: DueReport; today: Day }) {
  const words = t.home
  const month = monthName(due.month, locale)
  const near = due.dueOn === today ? words.dueToday : fill(words.dueBy, { day: dayWords(due.dueOn, locale) })
  const address = (period: string) => `/projects/${due.row.code}/update?period=${period}`
  return (
    <Task
      mark={due.overdueDays > 0 ? fill(words.overdue, { days: due.overdueDays }) : near}
      level={due.overdueDays > 0 ? 'red' : 'yellow'}
      when={due.overdueDays > 0 ? fill(words.dueBy, { day: dayWords(due.dueOn, locale) }) : undefined}
      title={
        <>
          {fill(words.dueTitle, { month })} · <Chinese>{due.row.name}</Chinese>
        </>
      }
      steps={
        <Step href={address(due.month)} main={main}>
          {fill(words.report, { month })}
        </Step>
      }
    >
      <p className="soft">{words.dueText}</p>
      {due.earlier.length > 0 ? (
        <p className="flex flex-wrap gap-x-3">
          <span className="soft">{fill(words.dueEarlier, { count: due.earlier.length })}</span>
          {due.earlier.map((period) => (
            <a key={period} href={address(period)} className="inline-block py-1">
              {period}
            </a>
          ))}
        </p>
      ) : null}
    </Task>
  )
}

export function MilestoneTask({ milestone, main, locale, t }: Dated & { milestone: DueMilestone }) {
  const words = t.home
  const { overdueDays: past } = milestone
  const mark =
    past > 0 ? fill(words.milestonePast, { days: past }) : past === 0 ? words.milestoneToday : fill(words.milestoneSoon, { days: -past })
  const address = `/projects/${milestone.code}/milestone?id=${milestone.id}`
  return (
    <Task
      mark={mark}
      level={past > 0 ? 'yellow' : 'none'}
      when={fill(words.milestonePlanned, { day: dayWords(milestone.baselineOn, locale) })}
      title={
        <>
          <Chinese>{milestone.name}</Chinese> · <Chinese>{milestone.work}</Chinese>
        </>
      }
      steps={
        <>
          <Step href={address} main={main}>
            {words.milestoneMet}
          </Step>
          <Step href={address}>{words.milestoneForecast}</Step>
        </>
      }
    >
      <p className="soft">{words.milestoneAsk}</p>
    </Task>
  )
}

export function AskedTask({ condition, main, t }: Common & { condition: AskedCondition }) {
  const words = t.home
  const { days } = condition
  return (
    <Task
      mark={days === 0 ? words.askedToday : fill(words.askedDays, { days })}
      level={days > 30 ? 'red' : 'yellow'}
      when={condition.raisedOn}
      title={
        <>
          {fill(words.askedTitle, { kind: t.labels.conditionKinds[condition.kind] })} · <Chinese>{condition.work}</Chinese>
        </>
      }
      steps={
        <Step href={`/conditions/${condition.id}`} main={main}>
          {words.answer}
        </Step>
      }
    >
      <p lang="zh-CN">{condition.ask}</p>
    </Task>
  )
}

export function OutputTask({ output, organisationId, main, t }: Common & { output: DueOutput; organisationId: number }) {
  const words = t.home
  const { chainId, chain, quarter } = output
  return (
    <Task
      mark={words.outputMark}
      level="yellow"
      title={
        <>
          {fill(words.outputTitle, { quarter })} · <Chinese>{chain}</Chinese>
        </>
      }
      steps={
        <Step href={`/outputs/new?chain=${chainId}&quarter=${quarter}&organisation=${organisationId}`} main={main}>
          {words.outputReport}
        </Step>
      }
    >
      <p className="soft">{words.outputText}</p>
    </Task>
  )
}
