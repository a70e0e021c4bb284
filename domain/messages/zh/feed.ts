/** The personal calendar feed. */
export const feed = {}
