import type { Attempt } from './attempt'

export const dispatchAttempts: Attempt[] = []
