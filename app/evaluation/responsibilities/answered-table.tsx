import type { Answered } from '../../../db/queries/responsibilities'
import type { Day } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import type { ResponsibilityKind } from '../../../domain/responsibility'
import { ActionForm, DayField, Hidden, Submit, TextField } from '../../_components/form'
import { Unknown } from '../../_components/money'
import { SheetButton } from '../../_components/sheet-button'
import { Version } from '../../_components/stale'
import { type Column, Table } from '../../_components/table'
import { setUnit } from './actions'

type Props = { rows: readonly Answered[]; kind: ResponsibilityKind; mayChange: boolean; today: Day; t: Messages }

/** Who answers for each, since when, and who did before. */
export function AnsweredTable({ rows, kind, mayChange, today, t }: Props) {
  const words = t.evaluation
  const caption = fill(words.responsibilitiesCaption, { kind: words.subjectKinds[kind] })
  return <Table caption={caption} columns={columns(mayChange, today, t)} rows={rows} keyOf={({ code }) => code} />
}

function columns(mayChange: boolean, today: Day, t: Messages): Column<Answered>[] {
  const words = t.evaluation
  const nobody = <Unknown why={words.nobody} />
  const act: Column<Answered> = {
    key: 'act',
    head: <span className="sr">{words.setUnit}</span>,
    card: 'full',
    cell: (row) => <SetUnit row={row} today={today} t={t} />,
  }
  return [
    {
      key: 'subject',
      head: words.subject,
      card: 'title',
      cell: ({ kind, code, name }) => <span lang="zh-CN">{kind === 'chain' ? name : `${code} ${name}`}</span>,
    },
    { key: 'unit', head: words.unit, cell: ({ now }) => (now ? <span lang="zh-CN">{now.name}</span> : nobody) },
    { key: 'since', head: words.since, cell: ({ now }) => now?.fromDay ?? nobody },
    { key: 'earlier', head: words.earlier, cell: (row) => <EarlierUnits row={row} t={t} /> },
    ...(mayChange ? [act] : []),
  ]
}

function EarlierUnits({ row: { earlier }, t }: { row: Answered; t: Messages }) {
  const words = t.evaluation
  if (earlier.length === 0) return <Unknown why={words.noEarlier} />
  return earlier.map(({ name, fromDay, toDay }) => (
    <span key={fromDay + name} className="soft small block" lang="zh-CN">
      {fill(words.earlierSpan, { name, from: fromDay, to: toDay })}
    </span>
  ))
}

function SetUnit({ row: { kind, code, name, now }, today, t }: { row: Answered; today: Day; t: Messages }) {
  const words = t.evaluation
  const title = fill(words.setUnitOf, { name })
  const fields = [{ name: 'organisation', label: words.unit }]
  return (
    <SheetButton text={words.setUnit} title={title} t={t}>
      <ActionForm action={setUnit} className="form mt-2" aria-label={title}>
        <Hidden name="kind" value={kind} />
        <Hidden name="code" value={code} />
        <Version version={now?.id ?? 0} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} fields={fields} />
        <TextField
          name="organisation"
          label={words.unit}
          hint={words.unitHint}
          optional
          maxLength={80}
          autoComplete="off"
          defaultValue={now?.name}
        />
        <div className="form-row">
          <DayField name="fromDay" label={words.fromDay} defaultValue={today} min={now?.fromDay} max={today} />
          <TextField name="document" label={words.document} optional maxLength={120} autoComplete="off" />
        </div>
        <div className="form-end">
          <Submit look="plain">{words.setUnit}</Submit>
        </div>
      </ActionForm>
    </SheetButton>
  )
}
