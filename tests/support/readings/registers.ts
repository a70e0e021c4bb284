import type { Reading } from './reading'

export const registersReadings: Reading[] = []
