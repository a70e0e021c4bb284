import type { Reading } from './reading'

export const rulesReadings: Reading[] = []
