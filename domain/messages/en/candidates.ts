import type { candidates as zh } from '../zh/candidates'

export const candidates: typeof zh = {}
