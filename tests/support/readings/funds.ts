import type { Reading } from './reading'

export const fundsReadings: Reading[] = []
