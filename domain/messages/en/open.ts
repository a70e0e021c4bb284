import type { open as zh } from '../zh/open'

export const open: typeof zh = {}
