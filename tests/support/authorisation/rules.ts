import type { Attempt } from './attempt'

export const rulesAttempts: Attempt[] = []
