import type { Attempt } from '../authorisation'

export const seenAttempts: Attempt[] = []
