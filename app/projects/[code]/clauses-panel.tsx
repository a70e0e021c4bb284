import type { Source } from '../../../db/queries/project'
import { fill, type Messages } from '../../../domain/messages'
import { ClauseQuote } from '../../_components/clause'
import { Panel } from '../../_components/panel'
import type { ProjectPageProps } from './view'

/** What the plan says of the work, in its own words, box by box; where two boxes differ both stand. */
export function ClausesPanel({ head: { sources, work, chain }, t }: ProjectPageProps) {
  return (
    <Panel title={t.project.clauses} id="clauses">
      <div className="stack">
        {sources.map((source) => (
          <SourceClause key={source.item.code} source={source} t={t} />
        ))}
        {sources.length === 0 ? <p>{t.project.plainBeyond}</p> : null}
        {work.sourceDocument ? <p>{fill(t.project.beyondPlan, { document: work.sourceDocument })}</p> : null}
        <div>
          <p>{chainWords(chain, t)}</p>
          {chain.stated ? <ClauseQuote line={chain.stated.line} quote={chain.stated.quote} t={t} /> : null}
        </div>
      </div>
    </Panel>
  )
}

function chainWords({ name, basis, reason }: ProjectPageProps['head']['chain'], { project }: Messages): string {
  if (basis === 'stated') return fill(project.chainStated, { chain: name ?? '' })
  if (basis === 'suggested') return fill(project.chainSuggested, { chain: name ?? '', reason: reason ?? '' })
  return basis === 'confirmed' ? fill(project.chainConfirmed, { chain: name ?? project.noChain }) : project.chainUnknown
}

function SourceClause({ source: { item, boxId, boxTitle }, t }: { source: Source; t: Messages }) {
  const words = t.project
  const number = Number(item.code.split('#')[1])
  const facts: [string, string | null][] = [
    [words.clauseOwner, item.owner],
    [words.clausePlace, item.place],
    [words.clauseConstruction, item.construction],
    [words.clauseSchedule, item.schedule],
    [words.clauseQuantities, item.quantities.map((quantity) => quantity.text).join('；') || null],
    [words.clauseInvestment, item.investment?.text ?? null],
    [words.clauseDescription, item.description],
  ]
  return (
    <div>
      <h3 className="mb-1">
        {item.code} <span lang="zh-CN">{item.name}</span>{' '}
        <small className="soft small">
          {fill(words.clauseItem, { box: boxId, number })} · <span lang="zh-CN">{boxTitle}</span>
        </small>
      </h3>
      <ClauseQuote line={item.clause.line} quote={item.clause.quote} t={t} />
      <Facts facts={facts} />
    </div>
  )
}

/** Names and values in two columns; what is not said is left out. */
function Facts({ facts }: { facts: readonly [string, string | null][] }) {
  const said = facts.filter((fact): fact is [string, string] => fact[1] !== null)
  return (
    <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {said.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="soft">{name}</dt>
          <dd lang="zh-CN">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
