import type { Reading } from './reading'

export const deskReadings: Reading[] = []
