import type { ReactNode } from 'react'
import type { SheetRow } from '../../../db/queries/sheets'
import type { UpdateRow } from '../../../db/queries/update-facts'
import type { Locale, Messages } from '../../../domain/messages'
import { fill } from '../../../domain/messages'
import { formatWan } from '../../../domain/money'
import { monthLines } from '../../../domain/project-months'
import { projectHref } from '../../../domain/project-params'
import { Account } from '../../_components/account'
import { ClauseQuote } from '../../_components/clause'
import { monthWords } from '../../_lib/locale'
import { reviewWords } from './review-words'
import type { ProjectPageProps } from './view'

type View = Pick<ProjectPageProps, 'head' | 'record' | 'locale' | 't'>
type Props = { figure: string; view: View; children?: ReactNode }

/** A figure that an update gave: who, when, what it was before, what was returned on the way. */
export function UpdateAccount({ figure, update, view, children }: Props & { update: UpdateRow }) {
  const { record, locale, t } = view
  const lines = updateLines(update, view)
  return (
    <Account figure={figure} t={t} links={<a href={`/updates/${update.id}`}>{t.project.seeUpdate}</a>}>
      <div>
        {sourceWords(update, locale, t)} · {reviewWords(update, record.people, t)}
      </div>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {children}
    </Account>
  )
}

function sourceWords(update: UpdateRow, locale: Locale, t: Messages): string {
  if (update.kind === 'completion') return fill(t.project.whereCompletion, { day: update.completedOn ?? '' })
  return fill(t.project.whereUpdate, { month: monthWords(update.period, locale), revision: update.revision })
}

function updateLines(update: UpdateRow, { record, locale, t }: View): string[] {
  const words = t.project
  const tries = record.updates.filter((row) => row.kind === update.kind && row.period === update.period && row.id < update.id)
  const files = record.files.get(update.id)
  return [
    update.kind === 'monthly' ? beforeWords(update, record.updates, locale, t) : null,
    files ? fill(words.files, { files }) : words.noFiles,
    update.documentNo ? fill(words.whereDocument, { document: update.documentNo }) : null,
    update.onBehalfSource ? fill(words.entered, { source: update.onBehalfSource, day: update.onBehalfOn ?? '' }) : null,
    update.revisionReason ? fill(words.corrected, { reason: update.revisionReason }) : null,
    update.remark ? fill(words.remark, { remark: update.remark }) : null,
    ...tries
      .filter((row) => row.status === 'returned')
      .map((row) => fill(words.earlierReturned, { revision: row.revision, reason: row.decisionReason ?? '' })),
  ].filter((line) => line !== null)
}

/** 本年累计 as it stood, and by how much it moved. */
function beforeWords(update: UpdateRow, updates: readonly UpdateRow[], locale: Locale, t: Messages): string {
  const monthly = updates.filter((row) => row.kind === 'monthly')
  const tries = monthLines(monthly, []).flatMap((line) => line.tries)
  const before = tries.find((attempt) => attempt.update.id === update.id)?.before ?? null
  if (before?.yearToDateYuan == null || update.yearToDateYuan === null) return t.project.firstFigure
  const moved = update.yearToDateYuan - before.yearToDateYuan
  const previous = fill(t.project.previous, { figure: formatWan(before.yearToDateYuan), month: monthWords(before.month, locale) })
  const by = fill(moved < 0 ? t.project.decreased : t.project.increased, { figure: formatWan(Math.abs(moved)) })
  return `${previous} · ${by}`
}

/** A figure of the fact sheet: which revision, by which document, who approved it. */
export function SheetAccount({ figure, sheet, view, document }: Props & { sheet: SheetRow; document: string | null }) {
  const { record, t } = view
  return (
    <Account figure={figure} t={t} links={<a href={projectHref(view.head.work.code, 'file', 'sheet')}>{t.project.seeSheet}</a>}>
      <div>
        {fill(t.project.whereSheet, { revision: sheet.revision })} · {reviewWords(sheet, record.people, t)}
      </div>
      <div>{document ? fill(t.project.whereDocument, { document }) : t.project.noDocument}</div>
    </Account>
  )
}

/** What the plan says, or that it says nothing, with the words it stands on. */
export function ClauseAccount({ figure, view, children }: Props) {
  const { head, t } = view
  return (
    <Account
      figure={figure}
      title={t.project.clauses}
      t={t}
      links={<a href={projectHref(view.head.work.code, 'file', 'clauses')}>{t.project.clauses}</a>}
    >
      {children}
      {head.sources.map(({ item, boxId }) => (
        <ClauseQuote key={item.code} line={item.clause.line} quote={item.clause.quote} box={boxId} t={t} />
      ))}
    </Account>
  )
}
