import type { visits as zh } from '../zh/visits'

export const visits: typeof zh = {
  title: 'Site records',
}
