import type { bulletins as zh } from '../zh/bulletins'

export const bulletins: typeof zh = {
  title: 'Bulletins',
}
