import type { ReactNode } from 'react'

type Crumb = { text: string; href?: string }
type Props = { title: ReactNode; lead?: ReactNode; crumbs?: Crumb[]; children?: ReactNode }

/** The head of a page: where one is, what it is, what is true of it now; `children` are its actions, one main button at most. */
export function PageHead({ title, lead, crumbs, children }: Props) {
  return (
    <div className="page-head">
      <div>
        {crumbs ? <Crumbs crumbs={crumbs} /> : null}
        <h1>{title}</h1>
        {lead ? <div className="page-lead">{lead}</div> : null}
      </div>
      {children ? <div className="page-actions">{children}</div> : null}
    </div>
  )
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <div className="crumbs">
      {crumbs.map(({ text, href }, index) => (
        <span key={text}>
          {index > 0 ? ' › ' : ''}
          {href ? <a href={href}>{text}</a> : text}
        </span>
      ))}
    </div>
  )
}
