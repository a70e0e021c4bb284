import type { annual as zh } from '../zh/annual'

export const annual: typeof zh = {}
