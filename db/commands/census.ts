import type { Ctx } from '../../domain/actor'
import { type CensusRow, censusIssues, isFinished } from '../../domain/census'
import { allow, Refusal, refuseField, sameVersion } from '../../domain/errors'
import { blankSheet } from '../../domain/fact-sheet'
import { canEditLibrary } from '../../domain/policy'
import { putUnit } from '../assignments'
import type { Tx } from '../client'
import { censusState } from '../queries/census'
import { sheetInForce, waitingSheet } from '../queries/sheets'
import { type Work, workByCode } from '../queries/work'
import { insertSheet } from '../sheets'
import { enterStage, stageBegan } from '../stages'
import { changeWork, type Saved } from '../work-change'
import { write } from '../write'

/** Units, stage, chain and completion are the bureau's own; a total investment is a revision that another person approves. */
export function saveCensusRow(ctx: Ctx, row: CensusRow): Saved & { totalWaits: boolean } {
  return write(ctx, 'saveCensusRow', row, (tx) => {
    allow(canEditLibrary(ctx.actor))
    const work = workByCode(tx, row.code)
    const before = censusState(tx, work)
    sameVersion({ ...before, version: work.version }, row.version)
    const issues = censusIssues(row, work, ctx.today)
    if (issues.length > 0) throw new Refusal('invalid', { issues })
    const totalWaits = handInTotal(tx, ctx, work, row)
    const columns = { ...stageColumns(tx, ctx, work, row), ...chainColumns(work, row), ...completionColumns(work, row) }
    const unitsMoved = putUnits(tx, ctx, work, row)
    if (!unitsMoved && !totalWaits && Object.keys(columns).length === 0) return { code: work.code, version: work.version, totalWaits }
    const after = { ...before, ...given(row) }
    return { ...changeWork(tx, ctx, work, { columns, action: 'project.censused', before, after }), totalWaits }
  })
}

/** The cells that were filled in. */
const given = ({ code: _code, version: _version, ...cells }: CensusRow) =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null))

function putUnits(tx: Tx, ctx: Ctx, work: Work, row: CensusRow): boolean {
  const kinds = (['owner', 'responsible'] as const).filter((kind) => row[kind] !== null)
  return kinds.filter((kind) => putUnit(tx, ctx, work, { kind, name: row[kind], fromDay: ctx.today })).length > 0
}

/** A finished work has been so since it was completed, unless its history says otherwise; a day nobody gave stays unknown. */
function stageColumns(tx: Tx, ctx: Ctx, work: Work, { stage, completedOn }: CensusRow) {
  if (stage === null || stage === work.stage) return {}
  const began = stageBegan(tx, work.id)
  const since = isFinished(stage) && completedOn !== null && (began === null || completedOn >= began) ? completedOn : ctx.today
  const completed = isFinished(stage) ? (completedOn ?? work.completedOn) : null
  return { ...enterStage(tx, work, { to: stage, on: since, reason: null, at: ctx.at }), completedOn: completed }
}

function chainColumns(work: Work, { chain }: CensusRow) {
  if (chain === null) return {}
  const chainId = chain === 'none' ? null : chain
  return work.chainBasis === 'confirmed' && work.chainId === chainId ? {} : { chainId, chainBasis: 'confirmed' as const }
}

const completionColumns = (work: Work, { completedOn }: CensusRow) =>
  completedOn === null || completedOn === work.completedOn ? {} : { completedOn }

/** False when that figure is in force or waits already. */
function handInTotal(tx: Tx, ctx: Ctx, work: Work, { totalYuan, totalDocument }: CensusRow): boolean {
  if (totalYuan === null) return false
  const same = (sheet: { body: typeof blankSheet } | null) =>
    sheet?.body.totalYuan === totalYuan && sheet.body.totalDocument === totalDocument
  const waiting = waitingSheet(tx, work.id)
  const current = sheetInForce(tx, work.id)
  if (same(waiting) || same(current)) return false
  if (waiting) refuseField('totalYuan', 'one-waiting')
  insertSheet(tx, ctx, work, { body: { ...(current?.body ?? blankSheet), totalYuan, totalDocument }, onBehalf: totalDocument })
  return true
}
