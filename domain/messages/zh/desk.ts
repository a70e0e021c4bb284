/** The desk of enabling conditions and the dispatch meetings. */
export const desk = {}
