import type { Reading } from '../readings'

export const visitReadings: Reading[] = []
