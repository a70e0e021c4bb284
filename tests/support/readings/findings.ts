import type { Reading } from '../readings'

export const findingReadings: Reading[] = []
