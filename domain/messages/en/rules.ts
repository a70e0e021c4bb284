import type { rules as zh } from '../zh/rules'

export const rules: typeof zh = {}
