import type { PeriodItem, ToCarry } from '../../../db/queries/periods'
import { fill, type Messages } from '../../../domain/messages'
import { StageWord } from '../../_components/badge'
import { ActionForm, Select, Submit, Tick, WordsField } from '../../_components/form'
import { Unknown } from '../../_components/money'
import { type Column, Table } from '../../_components/table'
import { Ticks } from '../../_components/ticks'
import { carry } from './actions'

type Props = { rows: readonly ToCarry[]; periods: readonly PeriodItem[]; t: Messages }

/** Works to choose from, and into which library they go; without an opened period there is nothing to choose. */
export function CarryForm({ rows, periods, t }: Props) {
  const words = t.evaluation
  const table = <Table caption={words.unfinishedCaption} columns={columns(periods.length > 0, t)} rows={rows} keyOf={({ code }) => code} />
  if (periods.length === 0)
    return (
      <>
        <p className="soft px-4 py-2">{words.periodNone}</p>
        {table}
      </>
    )
  return (
    <ActionForm action={carry} aria-label={words.carry}>
      {table}
      <div className="panel-body stack">
        <Ticks name="codes[]" field="codes" all={words.tickAll} none={words.tickNone} error={words.tickSome} />
        <Select name="periodId" label={words.carryTo} options={periods.map(({ id, name }) => ({ value: id, text: name }))} />
        <WordsField name="reason" label={words.carryReason} rows={2} maxLength={300} />
        <div className="form-end">
          <Submit>{words.carry}</Submit>
        </div>
      </div>
    </ActionForm>
  )
}

function columns(picks: boolean, t: Messages): Column<ToCarry>[] {
  const words = t.evaluation
  const pick: Column<ToCarry> = {
    key: 'pick',
    head: words.pick,
    cell: ({ code, name }) => <Tick name="codes[]" value={code} label={<span className="sr">{fill(words.pickOf, { name })}</span>} />,
  }
  return [
    ...(picks ? [pick] : []),
    { key: 'code', head: words.columnNo, kind: 'code', cell: ({ code }) => code },
    {
      key: 'work',
      head: words.work,
      card: 'title',
      cell: ({ code, name }) => (
        <a href={`/projects/${code}`} lang="zh-CN">
          {name}
        </a>
      ),
    },
    { key: 'stage', head: words.stage, cell: ({ stage }) => <StageWord stage={stage} t={t} /> },
    {
      key: 'owner',
      head: words.owner,
      cell: ({ ownerName }) => (ownerName ? <span lang="zh-CN">{ownerName}</span> : <Unknown why={words.nobody} />),
    },
  ]
}
