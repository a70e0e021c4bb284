/** Excel out. */
export const exports = {}
