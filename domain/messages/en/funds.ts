import type { funds as zh } from '../zh/funds'

export const funds: typeof zh = {}
