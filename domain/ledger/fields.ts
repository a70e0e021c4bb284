/** What a column of somebody's ledger can speak of. `serial` (序号) is known only so that nobody takes it for a figure. */
export const ledgerFields = [
  'serial',
  'code',
  'nationalCode',
  'name',
  'content',
  'ownerName',
  'responsibleName',
  'sector',
  'chain',
  'town',
  'boxItem',
  'stage',
  'category',
  'level',
  'constructionKind',
  'totalYuan',
  'annualPlanYuan',
  'yearToDateYuan',
  'monthYuan',
  'cumulativeYuan',
  'period',
  'startMonth',
  'finishMonth',
  'completedOn',
  'percent',
  'step',
  'progressText',
  'problem',
  'leader',
  'contact',
  'remark',
] as const
export type LedgerField = (typeof ledgerFields)[number]

export const moneyFields = ['totalYuan', 'annualPlanYuan', 'yearToDateYuan', 'monthYuan', 'cumulativeYuan'] as const
export type MoneyField = (typeof moneyFields)[number]
export const choiceFields = ['stage', 'category', 'level', 'constructionKind'] as const
export type ChoiceLedgerField = (typeof choiceFields)[number]

export const isMoneyField = (field: LedgerField): field is MoneyField => (moneyFields as readonly string[]).includes(field)
export const isChoiceField = (field: LedgerField): field is ChoiceLedgerField => (choiceFields as readonly string[]).includes(field)
