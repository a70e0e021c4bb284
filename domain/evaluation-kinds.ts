/** 年度、中期、期末（总结）和专项评估. */
export const evaluationKinds = ['annual', 'mid-term', 'final', 'special'] as const
export type EvaluationKind = (typeof evaluationKinds)[number]
