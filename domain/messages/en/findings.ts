import type { findings as zh } from '../zh/findings'

export const findings: typeof zh = {
  title: 'Findings',
}
