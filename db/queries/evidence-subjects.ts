import { eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { canReadEnterpriseOutput, canReadFinding, canReadProject } from '../../domain/policy'
import type { Reader } from '../client'
import { factSheets, findingSteps, findings, materialReturns, outputReturns, roundWorks, updates } from '../schema'
import { findingOwned } from './finding-owned'
import { isVisitReadable } from './visit-readable'
import { unitIdsOf } from './work'

type May = (db: Reader, actor: UserActor, id: number) => boolean

const ofWork = (db: Reader, actor: UserActor, row: { projectId: number } | undefined): boolean =>
  row !== undefined && canReadProject(actor, { unitIds: unitIdsOf(db, row.projectId) })

function ofFinding(db: Reader, actor: UserActor, id: number | undefined): boolean {
  const row = id === undefined ? undefined : db.select().from(findings).where(eq(findings.id, id)).get()
  return row !== undefined && canReadFinding(actor, findingOwned(db, row))
}

/** What a file may hang on, and who reads that. */
const readers: Record<string, May> = {
  update: (db, actor, id) => ofWork(db, actor, db.select({ projectId: updates.projectId }).from(updates).where(eq(updates.id, id)).get()),
  'fact-sheet': (db, actor, id) =>
    ofWork(db, actor, db.select({ projectId: factSheets.projectId }).from(factSheets).where(eq(factSheets.id, id)).get()),
  output: (db, actor, id) => {
    const row = db.select().from(outputReturns).where(eq(outputReturns.id, id)).get()
    return row !== undefined && canReadEnterpriseOutput(actor, row.organisationId)
  },
  visit: isVisitReadable,
  finding: ofFinding,
  'finding-step': (db, actor, id) =>
    ofFinding(db, actor, db.select({ id: findingSteps.findingId }).from(findingSteps).where(eq(findingSteps.id, id)).get()?.id),
  material: (db, actor, id) => {
    const returned = db
      .select({ projectId: roundWorks.projectId })
      .from(materialReturns)
      .innerJoin(roundWorks, eq(roundWorks.id, materialReturns.roundWorkId))
      .where(eq(materialReturns.id, id))
      .get()
    return ofWork(db, actor, returned)
  },
}

export function canReadSubject(db: Reader, actor: UserActor, subject: string): boolean {
  const [kind = '', id] = subject.split(':')
  return Object.hasOwn(readers, kind) && readers[kind]!(db, actor, Number(id))
}
