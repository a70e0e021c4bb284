/** The year's plan and list. */
export const annual = {}
