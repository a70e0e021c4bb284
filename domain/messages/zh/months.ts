/** The month matrix, its lock, and what changed between two. */
export const months = {}
