import type { Reading } from './reading'

export const importsReadings: Reading[] = []
