import type { Reading } from './reading'

export const exportsReadings: Reading[] = []
