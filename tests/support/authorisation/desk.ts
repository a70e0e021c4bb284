import type { Attempt } from './attempt'

export const deskAttempts: Attempt[] = []
