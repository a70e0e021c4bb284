import type { Attempt } from '../authorisation'

export const bulletinAttempts: Attempt[] = []
