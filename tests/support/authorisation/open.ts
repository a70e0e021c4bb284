import type { Attempt } from './attempt'

export const openAttempts: Attempt[] = []
