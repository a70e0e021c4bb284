import type { ChangedWork } from '../../db/queries/compare'
import type { Reason } from '../../db/queries/compare-why'
import { fill, type Messages } from '../../domain/messages'
import { formatWan } from '../../domain/money'
import { type Change, type ComparedMeasure, comparedMeasures } from '../../domain/period-compare'
import { Empty } from '../_components/empty'
import { Panel } from '../_components/panel'
import { minuteWords } from '../_lib/instant'

type Chains = readonly { id: string; name: string }[]
type Props = { rows: readonly ChangedWork[]; count: number; chains: Chains; t: Messages }

/** Work by work: what was, what is, the difference, and the records between that explain it. */
export function ChangedPanel({ rows, count, chains, t }: Props) {
  const words = t.months
  return (
    <Panel title={fill(words.changed, { count })} flush>
      {rows.length === 0 ? (
        <Empty title={words.noneChanged} />
      ) : (
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
      )}
    </Panel>
  )
}

const isMeasure = (field: Change['field']): field is ComparedMeasure => (comparedMeasures as readonly string[]).includes(field)

function changeWords(change: Change, chains: Chains, t: Messages): string {
  const { field, from, to } = change
  const name = isMeasure(field) ? `${t.months.measures[field]}（${t.common.wan}）` : t.months.facts[field]
  const of = (value: Change['from']) => valueWords(field, value, chains, t)
  const difference =
    isMeasure(field) && typeof from === 'number' && typeof to === 'number' ? `（${to > from ? '+' : ''}${formatWan(to - from)}）` : ''
  return `${name}${t.common.colon}${of(from)} → ${of(to)}${difference}`
}

function valueWords(field: Change['field'], value: Change['from'], chains: Chains, t: Messages): string {
  if (value === null) return '—'
  if (isMeasure(field)) return formatWan(Number(value))
  const labels: Partial<Record<Change['field'], Record<string, string>>> = {
    stage: t.labels.stages,
    sector: t.labels.sectors,
    lightLevel: t.labels.lightLevels,
    reportState: t.labels.reportStates,
  }
  if (field === 'chainId') return chains.find(({ id }) => id === value)?.name ?? String(value)
  return labels[field]?.[String(value)] ?? String(value)
}

function Why({ reason, code, t }: { reason: Reason; code: string; t: Messages }) {
  const href = reason.updateId === null ? `/projects/${code}#history` : `/updates/${reason.updateId}`
  const text =
    reason.kind === 'month'
      ? fill(t.months.whyMonth, { month: reason.month })
      : `${t.audit.actions[reason.action]} ${minuteWords(reason.at)}`
  return (
    <>
      {' '}
      <a href={href}>{text}</a>
    </>
  )
}
