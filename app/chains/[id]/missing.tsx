import type { Gap } from '../../../db/queries/chain-works'
import { fill, type Messages } from '../../../domain/messages'
import { Panel } from '../../_components/panel'

const firmsShown = 20

/** What the chain's figures lack, by name. */
export function MissingPanel({ missing, gaps, year, t }: { missing: readonly string[]; gaps: readonly Gap[]; year: number; t: Messages }) {
  const words = t.chains
  return (
    <Panel id="missing" title={words.missingTitle}>
      {missing.length + gaps.length === 0 ? <p className="soft">{words.missingNothing}</p> : null}
      <dl className="grid gap-3 md:grid-cols-2 md:gap-x-8">
        {missing.length > 0 ? (
          <div className="md:col-span-2">
            <dt className="soft small">{fill(words.missingEnterprises, { year, count: missing.length })}</dt>
            <dd lang="zh-CN">
              {missing.slice(0, firmsShown).join(words.listSeparator)}
              {missing.length > firmsShown ? <span className="soft"> {fill(words.andMoreFirms, { count: missing.length })}</span> : null}
            </dd>
          </div>
        ) : null}
        {gaps.map((gap) => (
          <Lacking key={gap.kind} gap={gap} t={t} />
        ))}
      </dl>
    </Panel>
  )
}

function Lacking({ gap, t }: { gap: Gap; t: Messages }) {
  const words = t.chains
  const head = fill(words.gaps[gap.kind], { count: gap.count })
  return (
    <div>
      <dt className="soft small">{gap.filter ? <a href={`/projects?${gap.filter}`}>{head} ›</a> : head}</dt>
      <dd lang="zh-CN">
        {gap.names.join(words.listSeparator)}
        {gap.count > gap.names.length ? <span className="soft"> {fill(words.andMore, { count: gap.count })}</span> : null}
      </dd>
    </div>
  )
}
