import type { seen as zh } from '../zh/seen'

export const seen: typeof zh = {
  title: 'Seen on site',
}
