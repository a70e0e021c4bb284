import type { mail as zh } from '../zh/mail'

export const mail: typeof zh = {}
