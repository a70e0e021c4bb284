import type { Reading } from './reading'

export const evaluationReadings: Reading[] = []
