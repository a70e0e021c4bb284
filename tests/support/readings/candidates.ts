import type { Reading } from './reading'

export const candidatesReadings: Reading[] = []
