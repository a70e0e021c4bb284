import type { Reading } from '../readings'

export const bulletinReadings: Reading[] = []
