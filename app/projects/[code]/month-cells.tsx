import type { People } from '../../../db/queries/people'
import type { UpdateRow } from '../../../db/queries/update-facts'
import { addMonths, shanghaiDay } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import { formatWan } from '../../../domain/money'
import type { MonthLine, MonthTry } from '../../../domain/project-months'
import { Unknown } from '../../_components/money'
import { decidedWords, submittedWords } from './review-words'

export type MonthRow = { line: MonthLine<UpdateRow>; attempt: MonthTry<UpdateRow> | null; first: boolean }

/** The month once, its earlier tries under it. */
export function MonthCell({ row: { line, attempt, first }, t }: { row: MonthRow; t: Messages }) {
  if (first || !attempt) return <span className="whitespace-nowrap">{line.month}</span>
  return <span className="soft small">{fill(t.project.tryOf, { revision: attempt.update.revision })}</span>
}

const tones = { approved: 'good', submitted: 'slow', returned: 'late', withdrawn: 'soft' } as const

export function StateCell({ row: { line, attempt, first }, t }: { row: MonthRow; t: Messages }) {
  const words = t.project
  const { report } = line
  if (!attempt) {
    return <span className={report?.state === 'missing' ? 'late' : 'slow'}>{report ? t.labels.reportStates[report.state] : null}</span>
  }
  const { update } = attempt
  const late = first && report && report.lateDays > 0 ? fill(words.late, { days: report.lateDays }) : null
  const notes = [update.revisionReason ? words.corrects : null, update.backfilled ? words.backfilled : late].filter(Boolean)
  return (
    <>
      <a href={`/updates/${update.id}`} className={notes.length > 0 ? `${tones[update.status]} underline` : tones[update.status]}>
        {t.labels.reviewStatuses[update.status]}
      </a>
      {notes.length > 0 ? <span className="soft small"> {notes.join(' · ')}</span> : null}
    </>
  )
}

export function BeforeAfterCell({ row: { attempt }, t }: { row: MonthRow; t: Messages }) {
  if (!attempt || attempt.update.yearToDateYuan === null) return <Unknown why={t.project.notReported} />
  const after = formatWan(attempt.update.yearToDateYuan)
  return (
    <>
      <span className="soft">{formatWan(attempt.before?.yearToDateYuan ?? null)} → </span>
      {after}
    </>
  )
}

/** The month's own amount is derived, and says since when where months are missing. */
export function AmountCell({ row: { line, attempt }, t }: { row: MonthRow; t: Messages }) {
  if (!attempt?.update.current) return null
  const { amount, month } = line
  if (!amount) return <Unknown why={t.project.notReported} />
  const gap = amount.since !== null && amount.since < addMonths(month, -1)
  return (
    <>
      {formatWan(amount.yuan)}
      {gap ? <span className="soft small"> {fill(t.project.amountSince, { month: amount.since ?? '' })}</span> : null}
    </>
  )
}

export function StepCell({ row: { attempt } }: { row: MonthRow }) {
  if (!attempt) return null
  const { step, percent, progressText } = attempt.update
  return <span title={progressText ?? undefined}>{[step, percent === null ? null : `${percent}%`].filter(Boolean).join(' ')}</span>
}

/** Name and day; the unit on hover. */
export function SubmittedCell({ row: { attempt }, people, t }: { row: MonthRow; people: People; t: Messages }) {
  if (!attempt) return null
  const { update } = attempt
  return (
    <span className="small" title={submittedWords(update, people, t)}>
      {people.get(update.submittedBy)?.name ?? t.common.unknown} {shanghaiDay(update.submittedAt)}
    </span>
  )
}

export function DecidedCell({ row: { attempt }, people, t }: { row: MonthRow; people: People; t: Messages }) {
  if (!attempt?.update.decidedAt) return null
  const { update } = attempt
  const who = update.decidedBy === null ? '' : (people.get(update.decidedBy)?.name ?? t.common.unknown)
  return (
    <span className="small" title={decidedWords(update, people, t)}>
      {who} {shanghaiDay(update.decidedAt ?? '')}
      {update.decisionReason ? <span className="block">“{update.decisionReason}”</span> : null}
    </span>
  )
}
