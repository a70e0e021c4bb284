import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './people'

/** A file by the SHA-256 of what is stored (pictures are re-encoded first) under $DATA_DIR/evidence. */
export const evidence = sqliteTable('evidence', {
  sha256: text('sha256').primaryKey(),
  mime: text('mime').notNull(),
  bytes: integer('bytes').notNull(),
  width: integer('width'),
  height: integer('height'),
  createdAt: text('created_at').notNull(),
})

/** A file hangs on a subject (`update:12`, later `visit:3`); until it does, on its uploader's draft. */
export const evidenceLinks = sqliteTable(
  'evidence_links',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    sha256: text('sha256')
      .notNull()
      .references(() => evidence.sha256),
    subject: text('subject').notNull(),
    name: text('name').notNull(),
    addedBy: integer('added_by')
      .notNull()
      .references(() => users.id),
    addedAt: text('added_at').notNull(),
  },
  (table) => [index('evidence_links_subject').on(table.subject), index('evidence_links_sha256').on(table.sha256)],
)

/** Issued papers: frozen data and bytes, never changed (by trigger). `number` is ours (`2025Q3-通报-1`); the 文号 is left to be filled by hand. */
export const documents = sqliteTable('documents', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  number: text('number').notNull(),
  day: text('day').notNull(),
  title: text('title').notNull(),
  frozen: text('frozen', { mode: 'json' }).$type<unknown>(),
  /** Of `word`. */
  sha256: text('sha256'),
  kind: text('kind', { enum: ['notice', 'bulletin', 'erratum', 'evaluation', 'dispatch'] }),
  /** What it is of: `round:3`, `bulletin:2`. */
  subject: text('subject'),
  word: blob('word', { mode: 'buffer' }),
  page: text('page'),
  headSeq: integer('head_seq'),
  headHash: text('head_hash'),
  createdAt: text('created_at'),
})
