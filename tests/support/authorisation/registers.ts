import type { Attempt } from './attempt'

export const registersAttempts: Attempt[] = []
