import type { outlook as zh } from '../zh/outlook'

export const outlook: typeof zh = {}
