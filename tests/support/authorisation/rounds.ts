import type { Attempt } from '../authorisation'

export const roundAttempts: Attempt[] = []
