import type { LitWork } from '../../db/queries/decisions'
import { fill, type Messages } from '../../domain/messages'
import { RatedLight } from '../_components/light'
import { Panel } from '../_components/panel'

type Props = { title: string; note?: string; empty: string; works: { rows: LitWork[]; total: number }; href: string; t: Messages }

/** Works by their light: the light by name, then the work and its unit. */
export function LitWorks({ title, note, empty, works, href, t }: Props) {
  const all = works.total > 0 ? <a href={href}>{fill(t.home.seeAll, { count: works.total })} ›</a> : null
  return (
    <Panel title={title} note={note} aside={all}>
      {works.total === 0 ? <p className="soft">{empty}</p> : null}
      <ul className="decisions">
        {works.rows.map(({ row, light }) => (
          <li key={row.code}>
            <RatedLight light={light} t={t} />
            <span>
              <a href={`/projects/${row.code}`} lang="zh-CN">
                {row.name}
              </a>{' '}
              <span className="soft small" lang="zh-CN">
                {row.responsibleName ?? row.ownerName ?? t.home.noOwner}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
