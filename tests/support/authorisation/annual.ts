import type { Attempt } from './attempt'

export const annualAttempts: Attempt[] = []
