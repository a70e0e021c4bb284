import type { months as zh } from '../zh/months'

export const months: typeof zh = {}
