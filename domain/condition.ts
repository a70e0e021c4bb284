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
