import type { Reading } from './reading'

export const openReadings: Reading[] = []
