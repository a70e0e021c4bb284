import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, sameVersion } from '../../domain/errors'
import { canSwitchPublic } from '../../domain/policy'
import { settingDefaults } from '../../domain/publication'
import type { SettingInput } from '../../domain/publication-input'
import { recordEvent } from '../events'
import { submitter } from '../review'
import { settings } from '../schema'
import { write } from '../write'

/** Switches something on or off for the public, or names who publishes; acts with the next request. Returns the new version. */
export function changeSetting(ctx: Ctx, input: SettingInput): number {
  return write(ctx, 'changeSetting', input, (tx) => {
    allow(canSwitchPublic(ctx.actor))
    const { key } = input
    const before = tx.select().from(settings).where(eq(settings.key, key)).get()
    const stored = { version: before?.version ?? 0, value: before?.value ?? settingDefaults[key] }
    sameVersion(stored, input.version)
    const value = input.value ?? settingDefaults[key]
    const columns = { value, changedBy: submitter(ctx), changedAt: ctx.at, version: stored.version + 1 }
    tx.insert(settings)
      .values({ key, ...columns })
      .onConflictDoUpdate({ target: settings.key, set: columns })
      .run()
    const body = { before: { [key]: stored.value }, after: { [key]: value } }
    recordEvent(tx, ctx, { action: 'setting.changed', subject: `setting:${key}`, body })
    return columns.version
  })
}
