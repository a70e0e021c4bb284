/** Excel in. */
export const imports = {}
