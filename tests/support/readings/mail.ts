import type { Reading } from './reading'

export const mailReadings: Reading[] = []
