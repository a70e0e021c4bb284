import type { SettingRow } from '../../db/queries/settings'
import { shanghaiDay } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import { switchKeys } from '../../domain/publication'
import { ActionForm, Hidden, Submit } from '../_components/form'
import { Panel } from '../_components/panel'
import { type Column, Table } from '../_components/table'
import { setSetting } from './actions'

/** What may be on or off, what it shows, and one button each. */
export function SwitchesPanel({ settings, t }: { settings: readonly SettingRow[]; t: Messages }) {
  const rows = switchKeys.flatMap((key) => settings.filter((row) => row.key === key))
  return (
    <Panel title={t.open.oc4ids.switches} flush>
      <Table caption={t.open.oc4ids.switches} columns={columns(t)} rows={rows} keyOf={(row) => row.key} />
    </Panel>
  )
}

const isOn = ({ value }: SettingRow): boolean => value === 'on'

function columns(t: Messages): Column<SettingRow>[] {
  const words = t.open.oc4ids
  return [
    { key: 'what', head: words.switches, label: '', card: 'full', cell: (row) => <What row={row} t={t} /> },
    { key: 'state', head: words.state, tight: true, cell: (row) => <State row={row} t={t} /> },
    { key: 'act', head: words.act, label: '', tight: true, card: 'full', cell: (row) => <Switch row={row} t={t} /> },
  ]
}

function What({ row, t }: { row: SettingRow; t: Messages }) {
  const words = t.open.oc4ids
  const data = row.key === 'oc4ids'
  return (
    <>
      <strong>{data ? words.dataTitle : words.pageTitle}</strong>
      <span className="soft block">{data ? words.dataHint : words.pageHint}</span>
      {isOn(row) ? data ? <Addresses t={t} /> : <a href="/public">{words.look}</a> : null}
    </>
  )
}

const Addresses = ({ t }: { t: Messages }) => (
  <>
    <a href="/api/v1/oc4ids">/api/v1/oc4ids</a> <span className="soft">{t.open.oc4ids.dataPage}</span> ·{' '}
    <a href="/api/v1/oc4ids/file">/api/v1/oc4ids/file</a> <span className="soft">{t.open.oc4ids.dataFile}</span>
  </>
)

function State({ row, t }: { row: SettingRow; t: Messages }) {
  const words = t.open.oc4ids
  if (!isOn(row)) return <span className="soft">○ {words.off}</span>
  return (
    <span className="good">
      ● {words.on}
      {row.changedAt ? <span className="soft small block">{fill(words.since, { day: shanghaiDay(row.changedAt) })}</span> : null}
    </span>
  )
}

function Switch({ row, t }: { row: SettingRow; t: Messages }) {
  const words = t.open.oc4ids
  const name = row.key === 'oc4ids' ? words.dataTitle : words.pageTitle
  return (
    <ActionForm action={setSetting} className="form" aria-label={name}>
      <Hidden name="setting" value={row.key} />
      <Hidden name="version" value={row.version} />
      <Hidden name="value" value={isOn(row) ? 'off' : 'on'} />
      <Submit look="plain">{isOn(row) ? words.turnOff : words.turnOn}</Submit>
    </ActionForm>
  )
}
