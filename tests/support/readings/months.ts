import type { Reading } from './reading'

export const monthsReadings: Reading[] = []
