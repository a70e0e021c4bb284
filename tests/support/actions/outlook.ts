import type { Attempt } from './house'

export const outlookActions: Attempt[] = []
