/** The page of rules and its trial. */
export const rules = {}
