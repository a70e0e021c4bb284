import type { ReactNode } from 'react'
import type { Messages } from '../../domain/messages'
import { Badge } from './badge'
import { CopyButton } from './copy-button'
import { Panel } from './panel'

/** One line of how a paper was kept; left out where there is nothing to say. */
export function Said({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A hash to be copied, with what it is of before it. */
export const Hash = ({ hash, before, t }: { hash: string; before?: string; t: Messages }) => (
  <span className="bulletin-hash">
    {before}
    <code>{hash}</code>{' '}
    <CopyButton className="draft-button" text={hash} label={t.common.copy} copied={t.common.copied} failed={t.common.copyFailed} />
  </span>
)

type Paper = { id: number; title: string; state: keyof Messages['labels']['bulletinStates']; number: string | null; day: string | null }
type PapersProps = { title: string; none: string; folder: string; papers: readonly Paper[]; children?: ReactNode; t: Messages }

/** Papers that belong to one, by number and day or by how far they are; `children` may begin another. */
export function PapersPanel({ title, none, folder, papers, children, t }: PapersProps) {
  return (
    <Panel title={title}>
      {papers.length === 0 ? <p className="soft mb-4">{none}</p> : null}
      <ul className="bulletin-errata">
        {papers.map((paper) => (
          <li key={paper.id}>
            <a href={`${folder}/${paper.id}`} lang="zh-CN">
              {paper.number ?? ''} {paper.title}
            </a>{' '}
            {paper.day ?? <Badge>{t.labels.bulletinStates[paper.state]}</Badge>}
          </li>
        ))}
      </ul>
      {children}
    </Panel>
  )
}
