import type { field as zh } from '../zh/field'

export const field: typeof zh = {
  title: 'In the field',
}
