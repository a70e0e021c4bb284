import type { Reading } from './reading'

export const dispatchReadings: Reading[] = []
