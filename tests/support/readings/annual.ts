import type { Reading } from './reading'

export const annualReadings: Reading[] = []
