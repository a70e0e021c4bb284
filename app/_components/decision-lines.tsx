import type { DecisionLine } from '../../domain/decision'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { changeWords, checkWords, valueWords } from './decision-words'
import { LightMark } from './light'
import { Unknown } from './money'
import { type Column, Table } from './table'

type Props = { lines: readonly DecisionLine[]; beforeLabel: string | null; nowLabel: string; locale: Locale; t: Messages }

/** Before | reported | difference | check, one fact a line. */
export function DecisionLines({ lines, beforeLabel, nowLabel, locale, t }: Props) {
  const { reviews } = t
  const columns: Column<DecisionLine>[] = [
    { key: 'field', head: <span className="sr">{reviews.field}</span>, card: 'title', cell: (line) => <FieldName line={line} t={t} /> },
    {
      key: 'before',
      head: beforeLabel ? fill(reviews.beforeOf, { label: beforeLabel }) : reviews.before,
      label: reviews.before,
      kind: 'figure',
      cell: ({ before }) =>
        before ? (valueWords(before, locale, t) ?? <Unknown why={reviews.beforeUnknown} />) : <span className="soft">—</span>,
    },
    { key: 'now', head: nowLabel, label: reviews.now, kind: 'figure', cell: ({ now }) => <Now now={now} locale={locale} t={t} /> },
    {
      key: 'change',
      head: reviews.change,
      kind: 'figure',
      cell: ({ change }) =>
        change ? <span className={change.as === 'days' && change.value > 0 ? 'late' : undefined}>{changeWords(change, t)}</span> : '—',
    },
    { key: 'check', head: reviews.check, card: 'full', cell: (line) => <Checks line={line} locale={locale} t={t} /> },
  ]
  return (
    <div className="decision-lines">
      <Table caption={reviews.linesCaption} columns={columns} rows={lines} keyOf={({ field, name }) => `${field} ${name ?? ''}`} />
    </div>
  )
}

function FieldName({ line: { field, name, now }, t }: { line: DecisionLine; t: Messages }) {
  const label = (t.reviews.fields as Record<string, string>)[field] ?? field
  return (
    <>
      {fill(label, { name: name ?? '' })} {now.as === 'wan' ? <span className="soft small">{t.common.wan}</span> : null}
    </>
  )
}

function Now({ now, locale, t }: { now: DecisionLine['now']; locale: Locale; t: Messages }) {
  const text = valueWords(now, locale, t)
  return text === null ? <span className="soft">{t.reviews.notTold}</span> : <strong>{text}</strong>
}

function Checks({ line, locale, t }: { line: DecisionLine; locale: Locale; t: Messages }) {
  return (
    <span className="decision-checks">
      {line.checks.map((entry) =>
        entry.odd ? (
          <LightMark key={entry.code} level="yellow" bare>
            {checkWords(entry, locale, t)}
          </LightMark>
        ) : (
          <span key={entry.code} className="soft small">
            {checkWords(entry, locale, t)}
          </span>
        ),
      )}
    </span>
  )
}
