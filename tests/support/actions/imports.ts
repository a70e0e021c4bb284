import type { Attempt } from './house'

export const importsActions: Attempt[] = []
