import type { IndicatorDetail } from '../../../../db/queries/indicators'
import { shanghaiDay } from '../../../../domain/calendar'
import type { Statement } from '../../../../domain/indicator'
import { fill, type Messages } from '../../../../domain/messages'
import { Badge } from '../../../_components/badge'
import { ActionForm, Hidden, Select, Submit, TextField, WordsField } from '../../../_components/form'
import { Panel } from '../../../_components/panel'
import { Version } from '../../../_components/stale'
import { type Column, Table } from '../../../_components/table'
import { chooseTarget } from '../actions'

type Props = { detail: IndicatorDetail; t: Messages }

/** Both sides of what the plan says, which of them counts for the evaluation and why; earlier choices stay. */
export function StatementsPanel({ detail, t }: Props) {
  const { statements, choices, mayEnter, row } = detail
  const words = t.evaluation
  if (statements.length === 0) return null
  const now = choices[0]?.statement ?? 'table'
  return (
    <Panel title={words.statementsTitle} flush>
      <Table caption={words.statementsCaption} columns={columns(now, t)} rows={statements} keyOf={({ key }) => key} />
      {row.contradictions.map(({ code, note }) => (
        <p key={code} className="soft small px-4 py-1" lang="zh-CN">
          <a href={`/plan/register#${code}`}>{code}</a> {note}
        </p>
      ))}
      {choices.map(({ id, value, reason, by, chosenAt }) => (
        <p key={id} className="px-4 py-1">
          {words.choiceNow} <span lang="zh-CN">{`${value} · ${reason} · ${by ?? ''}`}</span>{' '}
          <span className="soft small">{shanghaiDay(chosenAt)}</span>
        </p>
      ))}
      {mayEnter && statements.length > 1 ? <ChooseForm detail={detail} t={t} /> : null}
    </Panel>
  )
}

const nameOf = ({ key, table }: Statement, t: Messages): string =>
  table ? t.evaluation.inTable : fill(t.evaluation.elsewhere, { code: key.slice(0, -1) })

function columns(now: string, t: Messages): Column<Statement>[] {
  const words = t.evaluation
  return [
    {
      key: 'where',
      head: words.statement,
      cell: (row) => (
        <>
          {nameOf(row, t)} {row.key === now ? <Badge>{words.choiceNow}</Badge> : null}
        </>
      ),
    },
    { key: 'text', head: words.line, card: 'title', cell: ({ text }) => <span lang="zh-CN">{text}</span> },
    { key: 'line', head: words.columnNo, kind: 'code', cell: ({ line }) => fill(words.lineOf, { line }) },
  ]
}

function ChooseForm({ detail: { statements, choices, row }, t }: Props) {
  const words = t.evaluation
  const fields = [
    { name: 'statement', label: words.statement },
    { name: 'value', label: words.chosenValue },
  ]
  return (
    <div className="panel-body">
      <ActionForm action={chooseTarget} aria-label={words.chooseTitle}>
        <p className="soft small">{words.chooseLead}</p>
        <Hidden name="no" value={row.indicator.no} />
        <Version version={choices[0]?.id ?? 0} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} fields={fields} />
        <div className="form-row">
          <Select
            name="statement"
            label={words.statement}
            options={statements.map((statement) => ({ value: statement.key, text: `${nameOf(statement, t)}：${statement.text}` }))}
          />
          <TextField name="value" label={words.chosenValue} hint={words.chosenValueHint} maxLength={60} autoComplete="off" />
        </div>
        <WordsField name="reason" label={words.reason} rows={2} maxLength={300} />
        <div className="form-end">
          <Submit look="plain">{words.choose}</Submit>
        </div>
      </ActionForm>
    </div>
  )
}
