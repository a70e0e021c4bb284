import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { TemplateBody } from '../../domain/export-template'

/** A column set of a list under a name, as the bureau saved it; one of the starting ones only once somebody changed it. */
export const exportTemplates = sqliteTable('export_templates', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  code: text('code').notNull().unique(),
  body: text('body', { mode: 'json' }).$type<TemplateBody>().notNull(),
  version: integer('version').notNull().default(1),
  savedAt: text('saved_at').notNull(),
})
