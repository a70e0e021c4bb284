import type { Attempt } from './house'

export const evaluationActions: Attempt[] = []
