import type { registers as zh } from '../zh/registers'

export const registers: typeof zh = {}
