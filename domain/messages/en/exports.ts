import type { exports as zh } from '../zh/exports'

export const exports: typeof zh = {}
