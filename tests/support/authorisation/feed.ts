import type { Attempt } from './attempt'

export const feedAttempts: Attempt[] = []
