/** Projects the plan names outside its boxes. */
export const candidates = {}
