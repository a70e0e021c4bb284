/** The evaluation of the plan. */
export const evaluation = {}
