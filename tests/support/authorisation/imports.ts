import type { Attempt } from './attempt'

export const importsAttempts: Attempt[] = []
