import type { SettingRow } from '../../db/queries/settings'
import { fill, type Messages } from '../../domain/messages'
import { isPlaceholder, settingDefaults } from '../../domain/publication'
import { ActionForm, Hidden, Submit, TextField } from '../_components/form'
import { Notice } from '../_components/notice'
import { Panel } from '../_components/panel'
import { Version } from '../_components/stale'
import { setSetting } from './actions'

/** Who gives the data out, and the prefix of the works' identifiers. */
export function AboutPanel({ settings, t }: { settings: readonly SettingRow[]; t: Messages }) {
  const words = t.open.oc4ids
  const publisher = settings.find(({ key }) => key === 'oc4ids-publisher')
  const prefix = settings.find(({ key }) => key === 'oc4ids-prefix')
  if (!publisher || !prefix) return null
  const nameHint = fill(words.publisherHint, { name: settingDefaults['oc4ids-publisher'] })
  return (
    <Panel title={words.about}>
      <div className="stack">
        {isPlaceholder(prefix.value) ? <Notice tone="slow">{words.placeholder}</Notice> : null}
        <OneField row={publisher} label={words.publisher} hint={nameHint} max={80} t={t} />
        <OneField row={prefix} label={words.prefix} hint={words.prefixHint} max={13} t={t} />
      </div>
    </Panel>
  )
}

type FieldProps = { row: SettingRow; label: string; hint: string; max: number; t: Messages }

function OneField({ row: { key, value, version }, label, hint, max, t }: FieldProps) {
  const { common } = t
  return (
    <ActionForm action={setSetting} className="form form-narrow" aria-label={label}>
      <Hidden name="setting" value={key} />
      <Version version={version} text={{ mine: common.yourVersion, now: common.currentVersion }} fields={[{ name: 'value', label }]} />
      <TextField name="value" label={label} hint={hint} maxLength={max} autoComplete="off" defaultValue={value} optional />
      <div className="form-end">
        <Submit look="plain">{t.open.oc4ids.save}</Submit>
      </div>
    </ActionForm>
  )
}
