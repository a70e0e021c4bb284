import type { Attempt } from './house'

export const exportsActions: Attempt[] = []
