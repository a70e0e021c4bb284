import type { SourceRow } from '../../../db/queries/fund-sources'
import { fill, type Messages } from '../../../domain/messages'
import { ActionForm, Hidden, NumberField, Submit, TextField, Tick } from '../../_components/form'
import { SheetButton } from '../../_components/sheet-button'
import { Version } from '../../_components/stale'
import { type Column, Table } from '../../_components/table'
import { changeSource } from './actions'

/** The list in its order, each with the names it had and a form to change it. */
export function SourceList({ rows, t }: { rows: readonly SourceRow[]; t: Messages }) {
  return <Table caption={t.funds.sourcesTitle} columns={columnsOf(t)} rows={rows} keyOf={(row) => row.id} />
}

function columnsOf(t: Messages): Column<SourceRow>[] {
  const words = t.funds
  return [
    { key: 'position', head: words.sourcePosition, kind: 'code', cell: (row) => row.position },
    {
      key: 'name',
      head: words.sourceName,
      card: 'title',
      cell: (row) => (
        <>
          <span lang="zh-CN">{row.name}</span>
          {row.names.length > 0 ? (
            <small className="coverage block">{fill(words.olderNames, { names: row.names.join('、') })}</small>
          ) : null}
        </>
      ),
    },
    {
      key: 'state',
      head: words.sourceState,
      cell: (row) => (row.active ? words.sourceActive : <span className="soft">{words.retired}</span>),
    },
    { key: 'told', head: words.sourceTold, unit: words.sourceToldUnit, kind: 'figure', cell: (row) => row.told },
    {
      key: 'change',
      head: <span className="sr">{words.sourceEdit}</span>,
      card: 'full',
      cell: (row) => (
        <SheetButton text={words.sourceEdit} title={row.name} t={t}>
          <ChangeForm row={row} t={t} />
        </SheetButton>
      ),
    },
  ]
}

function ChangeForm({ row, t }: { row: SourceRow; t: Messages }) {
  const words = t.funds
  const fields = [
    { name: 'name', label: words.sourceName },
    { name: 'position', label: words.sourcePosition },
  ]
  return (
    <ActionForm action={changeSource} aria-label={`${words.sourceEdit} ${row.name}`}>
      <Hidden name="id" value={row.id} />
      <Version version={row.version} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} fields={fields} />
      <div className="form-row">
        <TextField name="name" label={words.sourceName} maxLength={30} autoComplete="off" defaultValue={row.name} />
        <NumberField name="position" label={words.sourcePosition} inputMode="numeric" defaultValue={row.position} />
      </div>
      <Tick name="active" label={words.sourceUse} defaultChecked={row.active} />
      <div className="form-end">
        <Submit>{words.sourceSave}</Submit>
      </div>
    </ActionForm>
  )
}
