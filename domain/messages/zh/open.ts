/** What is given to others: OC4IDS, public page, feeds. */
export const open = {}
