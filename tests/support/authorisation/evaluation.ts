import type { Attempt } from './attempt'

export const evaluationAttempts: Attempt[] = []
