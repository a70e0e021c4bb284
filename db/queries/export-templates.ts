import { asc } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { allow, found } from '../../domain/errors'
import { mostTemplates, startingTemplates, type TemplateBody } from '../../domain/export-template'
import { canExportLists } from '../../domain/policy'
import { orm } from '../client'
import { exportTemplates } from '../schema'

/** `version` 0 = as it was from the start; `starting` = cannot be removed. */
export type Template = TemplateBody & { code: string; version: number; starting: boolean }

/** Every column set: those from the start first, then in the order they were made. */
export function exportTemplateList(actor: Actor): Template[] {
  allow(canExportLists(actor))
  const saved = orm()
    .select()
    .from(exportTemplates)
    .orderBy(asc(exportTemplates.id))
    .limit(mostTemplates + Object.keys(startingTemplates).length)
    .all()
  const starting = Object.entries(startingTemplates).map(([code, body]): Template => {
    const own = saved.find((row) => row.code === code)
    return { ...(own?.body ?? body), code, version: own?.version ?? 0, starting: true }
  })
  const others = saved.filter(({ code }) => !Object.hasOwn(startingTemplates, code))
  return [...starting, ...others.map(({ code, body, version }): Template => ({ ...body, code, version, starting: false }))]
}

export const exportTemplate = (actor: Actor, code: string): Template =>
  found(exportTemplateList(actor).find((template) => template.code === code))
