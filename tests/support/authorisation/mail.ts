import type { Attempt } from './attempt'

export const mailAttempts: Attempt[] = []
