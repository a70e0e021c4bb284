import type { ChangedWork } from '../../db/queries/compare'
import type { Reason } from '../../db/queries/compare-why'
import { fill, type Messages } from '../../domain/messages'
import { projectHref } from '../../domain/project-params'
import { Empty } from '../_components/empty'
import { Folded } from '../_components/folded'
import { Panel } from '../_components/panel'
import { type Chains, changeWords, reasonWords } from './change-words'

const mostShown = 12

type Props = { rows: readonly ChangedWork[]; count: number; chains: Chains; t: Messages }

/** Work by work: what was, what is, the difference, and the records between that explain it. */
export function ChangedPanel({ rows, count, chains, t }: Props) {
  const words = t.months
  return (
    <Panel title={fill(words.changed, { count })} flush>
      {rows.length === 0 ? (
        <Empty title={words.noneChanged} />
      ) : (
        <Folded rows={rows} most={mostShown} more={fill(words.compareAll, { count: rows.length })}>
          {(shown) => <Changed rows={shown} chains={chains} t={t} />}
        </Folded>
      )}
    </Panel>
  )
}

function Changed({ rows, chains, t }: Omit<Props, 'count'>) {
  const words = t.months
  return (
    <ul className="changed-works">
      {rows.map((row) => (
        <li key={row.projectId}>
          <div>
            <span className="soft small">{row.to.code}</span>{' '}
            <a href={`/projects/${row.to.code}`} lang="zh-CN">
              {row.to.name}
            </a>
          </div>
          <ul>
            {row.changes.map((change) => (
              <li key={change.field}>{changeWords(change, chains, t)}</li>
            ))}
          </ul>
          <p className="soft small">
            {words.why}
            {t.common.colon}
            {row.reasons.length === 0 ? words.whyNone : null}
            {row.reasons.map((reason) => (
              <Why key={reason.kind === 'event' ? reason.seq : reason.month} reason={reason} code={row.to.code} t={t} />
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Why({ reason, code, t }: { reason: Reason; code: string; t: Messages }) {
  const href = reason.updateId === null ? projectHref(code, 'history', 'history') : `/updates/${reason.updateId}`
  return (
    <>
      {' '}
      <a href={href}>{reasonWords(reason, t)}</a>
    </>
  )
}
