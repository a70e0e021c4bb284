import { and, asc, count, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canSwitchPublic } from '../../domain/policy'
import type { Stage } from '../../domain/project'
import type { PublicationSubject } from '../../domain/publication'
import { publicationsAPage } from '../../domain/publication-input'
import { orm, type Reader } from '../client'
import { bulletins, dispatches, documents, projectList, projects, publications } from '../schema'
import { searchCondition } from './project-search'

/** What is public is no secret: the pages of the public ask this before they show anything. */
export function isPublic(subject: PublicationSubject, id: number, db: Reader = orm()): boolean {
  return (
    db
      .select({ id: publications.id })
      .from(publications)
      .where(isOpen(subject, sql`${id}`))
      .get() !== undefined
  )
}

/** The row of a thing, open: a condition for a join or an `exists`. */
const isOpen = (subject: PublicationSubject, id: SQL) =>
  and(eq(publications.subject, subject), eq(publications.subjectId, id), isNull(publications.endedAt))

export type Paper = { id: number; title: string; number: string | null; day: string | null }
/** More issued papers than a county has in many years. */
const mostPapers = 200

/** The issued papers that are public, the latest first; for the pages of the public. */
export const publicBulletins = (db: Reader = orm()): Paper[] => papers(db, 'bulletin').filter(isOut)
export const publicDispatches = (db: Reader = orm()): Paper[] => papers(db, 'dispatch').filter(isOut)
const isOut = (row: PaperRow): boolean => row.publishedAt !== null

export type PaperRow = Paper & { publishedAt: string | null }

function papers(db: Reader, subject: 'bulletin' | 'dispatch'): PaperRow[] {
  const table = subject === 'bulletin' ? bulletins : dispatches
  const { publishedAt } = publications
  return db
    .select({ id: table.id, title: table.title, number: documents.number, day: documents.day, publishedAt })
    .from(table)
    .leftJoin(documents, eq(documents.id, table.documentId))
    .leftJoin(publications, isOpen(subject, sql`${table.id}`))
    .where(eq(table.state, 'issued'))
    .orderBy(desc(documents.day), desc(table.id))
    .limit(mostPapers)
    .all()
}

/** Issued papers with what is public of them: the bureau's list to choose from. */
export function papersToPublish(actor: Actor, subject: 'bulletin' | 'dispatch'): PaperRow[] {
  allow(canSwitchPublic(actor))
  return papers(orm(), subject)
}

export type WorkRow = { id: number; code: string; name: string; stage: Stage; publishedAt: string | null }

/** Works that are public, in the order in which they came into the library. */
export function publicWorks(actor: Actor, page: number): { rows: WorkRow[]; total: number } {
  allow(canSwitchPublic(actor))
  const db = orm()
  const open = and(eq(publications.subject, 'project'), isNull(publications.endedAt))
  const rows = db
    .select(workColumns)
    .from(publications)
    .innerJoin(projectList, eq(projectList.projectId, publications.subjectId))
    .innerJoin(projects, eq(projects.id, projectList.projectId))
    .where(open)
    .orderBy(asc(publications.subjectId))
    .limit(publicationsAPage)
    .offset((page - 1) * publicationsAPage)
    .all()
  return { rows, total: db.select({ rows: count() }).from(publications).where(open).get()?.rows ?? 0 }
}

/** Works found by what is typed, as the search of the library finds them; `more` = the search should be narrower. */
export function worksToPublish(actor: Actor, typed: string): { rows: WorkRow[]; more: boolean } {
  allow(canSwitchPublic(actor))
  const rows = orm()
    .select(workColumns)
    .from(projectList)
    .innerJoin(projects, eq(projects.id, projectList.projectId))
    .leftJoin(publications, isOpen('project', sql`${projectList.projectId}`))
    .where(searchCondition(typed))
    .orderBy(asc(projectList.code))
    .limit(publicationsAPage + 1)
    .all()
  return { rows: rows.slice(0, publicationsAPage), more: rows.length > publicationsAPage }
}

const workColumns = {
  id: projectList.projectId,
  code: projectList.code,
  name: projectList.name,
  stage: projects.stage,
  publishedAt: publications.publishedAt,
}
