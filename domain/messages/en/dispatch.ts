import type { dispatch as zh } from '../zh/dispatch'

export const dispatch: typeof zh = {}
