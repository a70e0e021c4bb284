import type { Attempt } from './attempt'

export const exportsAttempts: Attempt[] = []
