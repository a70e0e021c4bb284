import type { Attempt } from '../authorisation'

export const findingAttempts: Attempt[] = []
