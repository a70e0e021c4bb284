import type { Reading } from '../readings'

export const seenReadings: Reading[] = []
