import type { ReactNode } from 'react'
import type { LightLevel } from '../../domain/light'
import { LightMark } from '../_components/light'

type Props = {
  /** A word with the shape of the level, or a mark of its own. */
  mark: ReactNode
  level: LightLevel
  /** Right in the card's head: when. */
  when?: ReactNode
  title: ReactNode
  children?: ReactNode
  steps: ReactNode
}

/** One thing to do: what, why, and the answer as a button. */
export function Task({ mark, level, when, title, children, steps }: Props) {
  return (
    <li className={level === 'red' ? 'task task-late' : 'task'}>
      <div className="task-head">
        {typeof mark === 'string' ? <LightMark level={level}>{mark}</LightMark> : mark}
        {when ? <span className="soft small">{when}</span> : null}
      </div>
      <h2>{title}</h2>
      {children}
      <div className="task-steps">{steps}</div>
    </li>
  )
}

/** The answer to the first thing is the main button; one a screen. */
export function Step({ href, main, children }: { href: string; main?: boolean; children: ReactNode }) {
  return (
    <a className={main ? 'button button-main' : 'button'} href={href}>
      {children}
    </a>
  )
}
