import type { Reading } from './reading'

export const outlookReadings: Reading[] = []
