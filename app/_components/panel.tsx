import type { ReactNode } from 'react'
import { Still } from './still'

type Props = { title?: ReactNode; note?: ReactNode; aside?: ReactNode; id?: string; flush?: boolean; children: ReactNode }

/** A sheet with a title; `flush` for a table that fills it edge to edge. */
export function Panel({ title, note, aside, id, flush, children }: Props) {
  return (
    <Still as="section" className="panel" id={id}>
      {title ? (
        <div className="panel-head">
          <h2>
            {title}
            {note ? <small> {note}</small> : null}
          </h2>
          {aside}
        </div>
      ) : null}
      {flush ? children : <div className="panel-body">{children}</div>}
    </Still>
  )
}

/** Two or more sheets side by side while there is room. */
export function Beside({ children }: { children: ReactNode }) {
  return <div className="beside">{children}</div>
}
