import type { Attempt } from './attempt'

export const candidatesAttempts: Attempt[] = []
