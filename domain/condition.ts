/** Enabling conditions (要素保障): what stands in a project's way, as coded by the county. */
export const conditionKinds = [
  'land',
  'planning',
  'environment-energy',
  'woodland-balance',
  'design-tender',
  'funds',
  'approval',
  'relocation',
  'utilities',
  'labour',
  'dispute',
  'other',
] as const
export type ConditionKind = (typeof conditionKinds)[number]

export const conditionStates = ['open', 'answered', 'solved', 'cannot'] as const
export type ConditionState = (typeof conditionStates)[number]

export const conditionOutcomes = ['solved', 'cannot'] as const
export type ConditionOutcome = (typeof conditionOutcomes)[number]

/** What can happen to one, each with its day, its words and who did it. */
export const conditionStepKinds = ['asked', 'answered', 'redirected', 'escalated', 'instructed', 'decided', 'closed'] as const
export type ConditionStepKind = (typeof conditionStepKinds)[number]
