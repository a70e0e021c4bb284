import type { Reading } from './reading'

export const feedReadings: Reading[] = []
