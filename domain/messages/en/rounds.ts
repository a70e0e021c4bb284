import type { rounds as zh } from '../zh/rounds'

export const rounds: typeof zh = {
  title: 'Inspections',
}
