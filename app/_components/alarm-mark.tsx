import type { ReactNode } from 'react'
import type { AlarmLevel } from '../../domain/finding'

/** 临期、蓝、黄、红: shape, word and colour, always all three. */
export function AlarmMark({ level, children, title }: { level: AlarmLevel; children: ReactNode; title?: string }) {
  return (
    <span className={`light alarm-${level}`} title={title}>
      {children}
    </span>
  )
}
