import type { Month } from './calendar'
import type { RefusalCode } from './errors'
import type { LedgerField } from './ledger/fields'
import type { CellCode, CellFlag, LedgerRowKind, LedgerUnit, LedgerValue } from './ledger/shapes'

/** `reports` = monthly updates entered on behalf; `facts` = fact sheets, annual plans, new works; `plan-source` = a table of the plan itself. */
export const importPurposes = ['reports', 'facts', 'plan-source'] as const
export type ImportPurpose = (typeof importPurposes)[number]

/**
 * uploaded → reading → comparing → staged → applying → applied (a plan source: submitted → approved or returned);
 * applied → undoing → undone. Nothing of a row counts before `applied`, nothing of a plan source before `approved`.
 */
export const importStates = [
  'uploaded',
  'reading',
  'comparing',
  'staged',
  'applying',
  'applied',
  'submitted',
  'approved',
  'returned',
  'undoing',
  'undone',
  'abandoned',
] as const
export type ImportState = (typeof importStates)[number]
/** What counts in the plan's own layer is undone as it was approved: one asks, another one agrees. Everything else goes at once. */
export type UndoStep = 'now' | 'ask' | 'agree' | 'own'
export function undoStep({ state, undoneBy }: { state: ImportState; undoneBy: number | null }, userId: number | null): UndoStep {
  if (state !== 'approved') return 'now'
  if (undoneBy === null) return 'ask'
  return undoneBy === userId ? 'own' : 'agree'
}

/** The server works on these by itself, a step at a time. */
export const movingStates = ['comparing', 'applying', 'undoing'] as const satisfies readonly ImportState[]

export const rowOutcomes = ['new', 'changed', 'same', 'doubtful', 'refused', 'skipped'] as const
export type RowOutcome = (typeof rowOutcomes)[number]
export type OutcomeCounts = Record<RowOutcome, number>

/** One column as the person maps it. `year` of heads such as 2025年计划投资; `examples` = its first values. */
export type ImportColumn = {
  column: number
  letter: string
  head: string
  unit: LedgerUnit | null
  hidden: boolean
  field: LedgerField | null
  sure: boolean
  year: number | null
  examples: readonly string[]
}
export type ImportLayout = {
  sheets: readonly { name: string; hidden: boolean }[]
  sheet: string
  headRows: readonly [number, number] | null
  titles: readonly string[]
  year: number | null
  month: Month | null
  columns: readonly ImportColumn[]
  /** Rows of each kind; only `data` is read into the library. */
  kinds: Readonly<Record<LedgerRowKind, number>>
  hiddenRows: number
}

/** What a row says, by field; a field that is not there was not mapped, null = the cell says that it is not known. */
export type RowValues = Partial<Record<LedgerField, LedgerValue>>
/** Where each value stands (F12), what was written and what to look at. */
export type RowCells = Partial<Record<LedgerField, { cell: string; text: string; flags: readonly CellFlag[]; year?: number }>>
/** Why a row cannot go in: a cell that cannot be read, or a rule of the house. */
export type RowRefusal = { cell: string | null; kind: 'cell'; code: CellCode; params: Record<string, string | number> } | RuleRefusal
export type RuleRefusal = { cell: string | null; kind: 'rule'; code: RefusalCode; params: Record<string, string | number> }
export type ReadRow = { row: number; hidden: boolean; values: RowValues; cells: RowCells; refusal: RowRefusal | null }

/** `kept` = shown, never written by an import: a work's name and place are edited on its own page. */
export type Difference = { field: string; before: LedgerValue; after: LedgerValue; kept?: true }

export const rowDecisions = ['work', 'new', 'skip'] as const
export type RowDecision = (typeof rowDecisions)[number]

/** At most so many works are made by one import: they are all shown at one instant. */
export const newWorksAtOnce = 1000
export const importBytes = 20 * 1024 * 1024
export const pastedSigns = 200_000

/** The fields each purpose reads; the others are passed over and said so. */
export const fieldsOf: Record<ImportPurpose, readonly LedgerField[]> = {
  reports: [
    'code',
    'nationalCode',
    'name',
    'ownerName',
    'yearToDateYuan',
    'monthYuan',
    'percent',
    'step',
    'progressText',
    'problem',
    'remark',
  ],
  facts: [
    ...([
      'code',
      'nationalCode',
      'name',
      'ownerName',
      'responsibleName',
      'sector',
      'town',
      'level',
      'category',
      'constructionKind',
    ] as const),
    ...(['content', 'totalYuan', 'annualPlanYuan', 'startMonth', 'finishMonth', 'period', 'contact'] as const),
  ],
  'plan-source': [
    ...([
      'code',
      'nationalCode',
      'name',
      'ownerName',
      'responsibleName',
      'sector',
      'town',
      'level',
      'category',
      'constructionKind',
    ] as const),
    ...(['boxItem', 'content', 'totalYuan', 'annualPlanYuan', 'startMonth', 'finishMonth', 'period', 'remark'] as const),
  ],
}

export const isIn = (purpose: ImportPurpose, field: LedgerField): boolean => fieldsOf[purpose].includes(field)
