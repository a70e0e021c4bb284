import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  type Difference,
  type ImportLayout,
  importPurposes,
  importStates,
  type OutcomeCounts,
  type RowCells,
  type RowRefusal,
  type RowValues,
  rowDecisions,
  rowOutcomes,
} from '../../domain/import'
import type { Mapped } from '../../domain/import-layout'
import type { Candidate } from '../../domain/import-match'
import { ledgerFields } from '../../domain/ledger/fields'
import { sectors } from '../../domain/plan'
import { users } from './people'
import { projects } from './projects'

/** First and last id of the rows an import made in a table; they follow one another. */
export type MadeRows = Record<string, readonly [number, number]>

/** A workbook that was handed in, what it is for and how far it has come. The original stays with the evidence, under its SHA-256. */
export const imports = sqliteTable(
  'imports',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    layout: text('layout', { mode: 'json' }).$type<ImportLayout>().notNull(),
    state: text('state', { enum: importStates }).notNull(),
    sender: text('sender'),
    purpose: text('purpose', { enum: importPurposes }),
    period: text('period'),
    year: integer('year'),
    /** The sentence that goes with odd figures and corrections. */
    note: text('note'),
    documentTitle: text('document_title'),
    documentNo: text('document_no'),
    documentDay: text('document_day'),
    sector: text('sector', { enum: sectors }),
    mapping: text('mapping', { mode: 'json' }).$type<Mapped[]>(),
    /** Rows read, and how many of them the present work has passed. */
    rows: integer('rows').notNull().default(0),
    done: integer('done').notNull().default(0),
    counts: text('counts', { mode: 'json' }).$type<OutcomeCounts>(),
    /** Why the work under way stopped, as a refusal code. */
    stopped: text('stopped'),
    /** The last code reserved for new works: codes are never used again, not even when the import is undone. */
    lastCode: integer('last_code'),
    made: text('made', { mode: 'json' }).$type<MadeRows>(),
    rowsHash: text('rows_hash'),
    /** The event with which its rows became visible; null = nothing of it counts. */
    visibleSeq: integer('visible_seq'),
    createdBy: integer('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: text('created_at').notNull(),
    startedBy: integer('started_by').references(() => users.id),
    appliedAt: text('applied_at'),
    appliedOn: text('applied_on'),
    decidedBy: integer('decided_by').references(() => users.id),
    decidedAt: text('decided_at'),
    decisionReason: text('decision_reason'),
    undoneBy: integer('undone_by').references(() => users.id),
    undoneAt: text('undone_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [index('imports_state').on(table.state), index('imports_sha256').on(table.sha256), index('imports_code').on(table.lastCode)],
)

export const importRows = sqliteTable(
  'import_rows',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id),
    /** 1-based, as the file shows it. */
    row: integer('row').notNull(),
    hidden: integer('hidden', { mode: 'boolean' }).notNull(),
    values: text('row_values', { mode: 'json' }).$type<RowValues>().notNull(),
    cells: text('cells', { mode: 'json' }).$type<RowCells>().notNull(),
    nameKey: text('name_key'),
    /** null until it has been compared with the library. */
    outcome: text('outcome', { enum: rowOutcomes }),
    projectId: integer('project_id').references(() => projects.id),
    matchedBy: text('matched_by', { enum: ['code', 'national-code', 'name', 'person'] }),
    candidates: text('candidates', { mode: 'json' }).$type<Candidate[]>(),
    differences: text('differences', { mode: 'json' }).$type<Difference[]>(),
    warnings: text('warnings', { mode: 'json' }).$type<string[]>(),
    refusal: text('refusal', { mode: 'json' }).$type<RowRefusal>(),
    /** A cell that could not be read, found while reading: stays whatever is decided. */
    unreadable: integer('unreadable', { mode: 'boolean' }).notNull().default(false),
    /** Code reserved for the work it makes. */
    newCode: text('new_code'),
    decision: text('decision', { enum: rowDecisions }),
    decidedProjectId: integer('decided_project_id').references(() => projects.id),
  },
  (table) => [
    uniqueIndex('import_rows_row').on(table.importId, table.row),
    index('import_rows_outcome').on(table.importId, table.outcome, table.row),
    index('import_rows_matched').on(table.projectId),
    index('import_rows_decided').on(table.decidedProjectId),
    index('import_rows_project').on(table.importId, table.projectId),
    index('import_rows_name').on(table.importId, table.nameKey),
  ],
)

/** What a sender's heads mean; the next file of theirs is proposed with it. `field` null = passed over on purpose. */
export const importMappings = sqliteTable(
  'import_mappings',
  {
    sender: text('sender').notNull(),
    head: text('head').notNull(),
    field: text('field', { enum: ledgerFields }),
  },
  (table) => [primaryKey({ columns: [table.sender, table.head] })],
)

/** A row of a table of the plan (重大项目汇总表, a mid-term revision). It counts while its import is approved; a reload of the plan leaves it. */
export const planSourceRows = sqliteTable(
  'plan_source_rows',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id),
    row: integer('row').notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    projectId: integer('project_id').references(() => projects.id),
    itemCode: text('item_code'),
    body: text('body', { mode: 'json' }).$type<RowValues>().notNull(),
    /** As written, with 约, 以上, 2–3. */
    words: text('words', { mode: 'json' }).$type<Record<string, string>>().notNull(),
  },
  (table) => [
    uniqueIndex('plan_source_rows_row').on(table.importId, table.row),
    index('plan_source_rows_project').on(table.projectId),
    index('plan_source_rows_name').on(table.nameKey),
  ],
)

/** Where a plan source says something else than the plan; shown with the plan's own contradictions once approved. */
export const registerAdditions = sqliteTable(
  'register_additions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id),
    row: integer('row').notNull(),
    itemCode: text('item_code').notNull(),
    topic: text('topic', { enum: ['total', 'owner'] }).notNull(),
    planText: text('plan_text').notNull(),
    planLine: integer('plan_line').notNull(),
    sourceText: text('source_text').notNull(),
    /** The cell it stands in: Sheet1!F12. */
    sourceCell: text('source_cell').notNull(),
  },
  (table) => [index('register_additions_import').on(table.importId), index('register_additions_item').on(table.itemCode)],
)
