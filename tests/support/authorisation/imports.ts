import * as imports from '../../../db/commands/imports'
import * as decisions from '../../../db/commands/imports-decide'
import { importedFile } from '../../../db/commands/imports-file'
import { stepImports } from '../../../db/commands/imports-steps'
import { mappingInput, rowDecisionInput } from '../../../domain/import-input'
import { ctxOf, type TestHouse } from '../house'
import { handIn, importNow, type Ledger, layoutFor, preview, refTo, rowsOf } from '../import-house'
import { type Attempt, type Caller, given } from './attempt'

const bureau: Caller[] = ['bureau', 'bureau2']

const months: Ledger = {
  fields: ['code', 'name', 'yearToDateYuan'],
  rows: [
    ['P0001', '', '2500'],
    ['', '从未听说过的项目', '1'],
  ],
  about: { purpose: 'reports', period: '2025-09' },
}
const annex: Ledger = { fields: ['name', 'totalYuan'], rows: [['从未听说过的项目', '100']], about: { purpose: 'plan-source' } }
const mapping = (id: number) =>
  mappingInput.parse({ ...texts(refTo(id)), sender: '某镇', ...months.about, columns: [{ column: '1', field: 'code', unit: '' }] })
const texts = ({ id, version }: { id: number; version: number }) => ({ id: String(id), version: String(version) })
const file = () => ({ fileName: '台账.xlsx', bytes: Buffer.from('台账'), layout: layoutFor(months) })
const staged = (t: TestHouse) => preview(t, months)
const source = (t: TestHouse) => importNow(t, annex)
/** Approved, and asked to be undone, by the second person of the bureau. */
function undoAsked(t: TestHouse): number {
  const id = source(t)
  decisions.approvePlanSource(ctxOf(t.actors.bureau2), refTo(id))
  decisions.undoImport(ctxOf(t.actors.bureau2), refTo(id))
  return id
}

export const importsAttempts: Attempt[] = [
  { command: 'allowImport', may: bureau, prepare: () => (ctx) => imports.allowImport(ctx) },
  { command: 'createImport', may: bureau, prepare: () => (ctx) => imports.createImport(ctx, file()) },
  { command: 'importedFile', may: bureau, prepare: (t) => given(handIn(t, months), (ctx, id) => importedFile(ctx, id)) },
  {
    command: 'chooseImportSheet',
    may: bureau,
    prepare: (t) => given(handIn(t, months), (ctx, id) => imports.chooseImportSheet(ctx, { ...refTo(id), layout: layoutFor(months) })),
  },
  { command: 'mapImport', may: bureau, prepare: (t) => given(handIn(t, months), (ctx, id) => imports.mapImport(ctx, mapping(id))) },
  {
    command: 'stageImportRows',
    may: bureau,
    prepare: (t) => given(handIn(t, months), (ctx, id) => imports.stageImportRows(ctx, { ...refTo(id), rows: [] })),
  },
  { command: 'compareImport', may: bureau, prepare: (t) => given(handIn(t, months), (ctx, id) => imports.compareImport(ctx, refTo(id))) },
  { command: 'startImport', may: bureau, prepare: (t) => given(staged(t), (ctx, id) => imports.startImport(ctx, refTo(id))) },
  { command: 'abandonImport', may: bureau, prepare: (t) => given(staged(t), (ctx, id) => imports.abandonImport(ctx, refTo(id))) },
  {
    command: 'decideImportRow',
    may: bureau,
    prepare: (t) =>
      given(staged(t), (ctx, id) =>
        decisions.decideImportRow(
          ctx,
          rowDecisionInput.parse({ ...texts(refTo(id)), row: String(rowsOf(id)[1]?.id), decision: 'skip', code: '' }),
        ),
      ),
  },
  { command: 'undoImport', may: bureau, prepare: (t) => given(importNow(t, months), (ctx, id) => decisions.undoImport(ctx, refTo(id))) },
  {
    command: 'undoImport',
    case: 'a plan source that somebody else asks to undo',
    may: ['bureau'],
    prepare: (t) => given(undoAsked(t), (ctx, id) => decisions.undoImport(ctx, refTo(id))),
  },
  { command: 'keepPlanSource', may: bureau, prepare: (t) => given(undoAsked(t), (ctx, id) => decisions.keepPlanSource(ctx, refTo(id))) },
  {
    command: 'approvePlanSource',
    may: ['bureau2'],
    prepare: (t) => given(source(t), (ctx, id) => decisions.approvePlanSource(ctx, refTo(id))),
  },
  {
    command: 'returnPlanSource',
    may: ['bureau2'],
    prepare: (t) => given(source(t), (ctx, id) => decisions.returnPlanSource(ctx, { ...refTo(id), reason: '页码不对' })),
  },
  { command: 'stepImports', may: ['system'], prepare: () => (ctx) => stepImports(ctx) },
]
