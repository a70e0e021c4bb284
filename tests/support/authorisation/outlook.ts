import type { Attempt } from './attempt'

export const outlookAttempts: Attempt[] = []
