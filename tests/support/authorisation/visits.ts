import type { Attempt } from '../authorisation'

export const visitAttempts: Attempt[] = []
