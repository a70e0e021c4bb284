import type { ReactNode } from 'react'

/** One figure in its four layers. */
export type FigureRow = {
  key: string
  name: string
  unit?: string
  plan: ReactNode
  reported: ReactNode
  approved: ReactNode
  seen: ReactNode
}
