import type { Reading } from '../readings'

export const roundReadings: Reading[] = []
