import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { type Extract, extractOf } from '../../domain/bulletin-extract'
import type { Contributors } from '../../domain/bulletin-told'
import { allow, found, refuse } from '../../domain/errors'
import { canReadOwnExtract } from '../../domain/policy'
import { orm, type Reader } from '../client'
import { frozenBulletin } from '../inspection/bulletin-frozen'
import { bulletinById } from '../inspection/bulletin-row'
import { bulletins, documents, projectList } from '../schema'
import { visibleProjects } from './scope'

export type OwnExtract = Extract & {
  title: string
  number: string
  day: string
  quarter: string
  asOf: string
  errata: { number: string; day: string }[]
}

/** What an issued bulletin says of the reader's own works, beside the county's figures: never another firm's name. */
export function ownExtract(actor: UserActor, id: number): OwnExtract {
  allow(canReadOwnExtract(actor))
  const db = orm()
  const row = bulletinById(db, id)
  const documentId = found(row.documentId)
  const { facts, texts, title, number, day } = frozenBulletin(db, documentId)
  const frozen = found(facts)
  const codes = ownCodes(
    db,
    actor,
    [...frozen.works, ...frozen.findings].flatMap(({ code }) => code ?? []),
  )
  const extract = extractOf(frozen, texts, { codes, unitId: actor.organisationId }, issuedBefore(db, documentId))
  if (extract.works.length === 0 && extract.findings.length === 0) refuse('not-found')
  const errata = errataOf(db, documentId)
  return { ...extract, title, number, day, quarter: frozen.round.quarter, asOf: frozen.asOf.day, errata }
}

/** Whose works they are is asked of today: a unit reads what was said of a work that is its own. */
function ownCodes(db: Reader, actor: UserActor, codes: readonly string[]): Set<string> {
  const rows = db
    .select({ code: projectList.code })
    .from(projectList)
    .where(and(visibleProjects(actor), inArray(projectList.code, [...new Set(codes)])))
    .all()
  return new Set(rows.map(({ code }) => code))
}

/** Whose works made up the sums of the bulletins before, without reading the whole of each. */
function issuedBefore(db: Reader, documentId: number): Contributors[] {
  return db
    .select({ contributors: sql<string>`json_extract(${documents.frozen}, '$.facts.contributors')` })
    .from(documents)
    .where(and(eq(documents.kind, 'bulletin'), lt(documents.id, documentId)))
    .orderBy(asc(documents.id))
    .all()
    .map(({ contributors }) => JSON.parse(contributors) as Contributors)
}

function errataOf(db: Reader, documentId: number): OwnExtract['errata'] {
  return db
    .select({ number: documents.number, day: documents.day })
    .from(bulletins)
    .innerJoin(documents, eq(documents.id, bulletins.documentId))
    .where(eq(bulletins.erratumOfId, documentId))
    .all()
}
