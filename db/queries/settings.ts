import type { Actor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canSwitchPublic } from '../../domain/policy'
import { type SettingKey, type Settings, settingDefaults, settingKeys } from '../../domain/publication'
import { orm, type Reader } from '../client'
import { settings } from '../schema'

export type SettingRow = { key: SettingKey; value: string; version: number; changedAt: string | null }

/** What is switched on is no secret: whoever calls a page of the public sees it. */
export function settingsNow(db: Reader = orm()): Settings {
  const value = Object.fromEntries(settingRows(db).map((row) => [row.key, row.value])) as Record<SettingKey, string>
  return {
    publicPage: value['public-page'] === 'on',
    oc4ids: value.oc4ids === 'on',
    prefix: value['oc4ids-prefix'],
    publisher: value['oc4ids-publisher'],
  }
}

/** Each with the version that a change starts from; 0 = never set. */
export function settingList(actor: Actor): SettingRow[] {
  allow(canSwitchPublic(actor))
  return settingRows(orm())
}

function settingRows(db: Reader): SettingRow[] {
  const stored = new Map(
    db
      .select()
      .from(settings)
      .all()
      .map((row) => [row.key, row]),
  )
  return settingKeys.map((key) => {
    const row = stored.get(key)
    return row ? { key, value: row.value, version: row.version, changedAt: row.changedAt } : blank(key)
  })
}

const blank = (key: SettingKey): SettingRow => ({ key, value: settingDefaults[key], version: 0, changedAt: null })
