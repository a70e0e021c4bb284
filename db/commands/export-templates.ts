import { count, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, refuse, refuseField, sameVersion } from '../../domain/errors'
import { mostTemplates, startingTemplates, type TemplateBody, type TemplateInput, type TemplateRef } from '../../domain/export-template'
import { canKeepTemplates } from '../../domain/policy'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { exportTemplates } from '../schema'
import { write } from '../write'

/** A column set under a name: a new one, or another revision of one that is there. Returns its code. */
export function saveExportTemplate(ctx: Ctx, input: TemplateInput): { code: string; version: number } {
  return write(ctx, 'saveExportTemplate', input, (tx) => {
    allow(canKeepTemplates(ctx.actor))
    const { name, unconfirmed, columns } = input
    const body: TemplateBody = { name, unconfirmed, columns }
    nameIsFree(tx, name, input.code)
    const before = input.code === null ? null : standing(tx, input.code)
    sameVersion({ version: before?.version ?? 0 }, input.version)
    const version = input.version + 1
    const code = before?.code ?? newCode(tx)
    const row = { code, body, version, savedAt: ctx.at }
    tx.insert(exportTemplates)
      .values(row)
      .onConflictDoUpdate({ target: exportTemplates.code, set: { body, version, savedAt: ctx.at } })
      .run()
    recordEvent(tx, ctx, {
      action: 'export-template.saved',
      subject: `export-template:${code}`,
      body: { before: before?.body ?? null, after: body },
    })
    return { code, version }
  })
}

export function removeExportTemplate(ctx: Ctx, input: TemplateRef): { code: string } {
  return write(ctx, 'removeExportTemplate', input, (tx) => {
    allow(canKeepTemplates(ctx.actor))
    const { code } = input
    if (Object.hasOwn(startingTemplates, code)) refuse('not-found')
    const before = standing(tx, code)
    sameVersion(before, input.version)
    tx.delete(exportTemplates).where(eq(exportTemplates.code, code)).run()
    const body = { before: before.body, after: null }
    recordEvent(tx, ctx, { action: 'export-template.removed', subject: `export-template:${code}`, body })
    return { code }
  })
}

type Standing = { code: string; body: TemplateBody; version: number }

/** As saved, or as it was from the start. */
function standing(tx: Tx, code: string): Standing {
  const row = tx.select().from(exportTemplates).where(eq(exportTemplates.code, code)).get()
  if (row) return row
  return { code, body: found(Object.hasOwn(startingTemplates, code) ? startingTemplates[code] : undefined), version: 0 }
}

function nameIsFree(tx: Tx, name: string, except: string | null): void {
  const saved = tx.select().from(exportTemplates).all()
  const starting = Object.entries(startingTemplates).filter(([code]) => !saved.some((row) => row.code === code))
  const all = [...saved, ...starting.map(([code, body]) => ({ code, body }))]
  if (all.some(({ code, body }) => body.name === name && code !== except)) refuseField('name', 'template-taken')
}

/** Numbers go on; one that was removed is not used again as long as a later one stands. */
function newCode(tx: Tx): string {
  if ((tx.select({ rows: count() }).from(exportTemplates).get()?.rows ?? 0) >= mostTemplates)
    refuseField('name', 'too-large', { max: mostTemplates })
  const used = tx.select({ code: exportTemplates.code }).from(exportTemplates).all()
  const numbers = used.map(({ code }) => Number(/^t(\d+)$/.exec(code)?.[1] ?? 0))
  return `t${Math.max(0, ...numbers) + 1}`
}
