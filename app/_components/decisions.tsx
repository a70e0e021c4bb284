import type { LitWork, OpenCondition } from '../../db/queries/decisions'
import { fill, type Messages } from '../../domain/messages'
import { LightMark, RatedLight } from './light'
import { Panel } from './panel'

type Props = {
  title?: string
  empty?: string
  conditions: { rows: OpenCondition[]; total: number }
  red: { rows: LitWork[]; total: number }
  /** Chains of which nothing at all is known: their name and what to say of them. */
  silent: readonly { id: string; name: string; words: string }[]
  t: Messages
}

/** What nobody but the readers can move: open conditions, the worst lights, chains that say nothing. */
export function Decisions({ title, empty, conditions, red, silent, t }: Props) {
  const words = t.chains
  const nothing = conditions.rows.length + red.rows.length + silent.length === 0
  return (
    <Panel title={title ?? words.decisions} aside={<Asides conditions={conditions.total} red={red.total} t={t} />}>
      {nothing ? <p className="soft">{empty ?? words.decisionsNone}</p> : null}
      <ul className="decisions">
        {conditions.rows.map((row) => (
          <Condition key={row.id} row={row} t={t} />
        ))}
        {red.rows.map(({ row, light }) => (
          <li key={row.code}>
            <RatedLight light={light} t={t} />
            <a href={`/projects/${row.code}`} lang="zh-CN">
              {row.name}
            </a>
          </li>
        ))}
        {silent.length > fewChains ? (
          <Silent chains={silent} words={fill(words.noDataChains, { count: silent.length })} t={t} />
        ) : (
          silent.map((chain) => <Silent key={chain.id} chains={[chain]} words={chain.words} t={t} />)
        )}
      </ul>
    </Panel>
  )
}

const fewChains = 2

/** Chains of which nothing is known: one line each, or one for all of them where they are many. */
function Silent({ chains, words, t }: { chains: Props['silent']; words: string; t: Messages }) {
  return (
    <li>
      <LightMark level="none">{t.lights['no-output']}</LightMark>
      <span>
        {chains.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 ? t.chains.listSeparator : ''}
            <a href={`/chains/${id}`} lang="zh-CN">
              {name}
            </a>
          </span>
        ))}{' '}
        <span className="soft">{words}</span>
      </span>
    </li>
  )
}

function Asides({ conditions, red, t }: { conditions: number; red: number; t: Messages }) {
  return (
    <span className="flex flex-wrap gap-x-4 small">
      {conditions > 0 ? <a href="/conditions">{fill(t.chains.allConditions, { total: conditions })} ›</a> : null}
      {red > 0 ? <a href="/projects?light=red&period=all">{fill(t.chains.allRed, { total: red })} ›</a> : null}
    </span>
  )
}

/** A month without an answer is late, a week is slow. */
const levelOf = ({ days, state }: OpenCondition) => (state === 'answered' ? 'green' : days > 30 ? 'red' : 'yellow')

function Condition({ row, t }: { row: OpenCondition; t: Messages }) {
  const words = t.chains
  const waited = row.days === 0 ? words.conditionToday : fill(words.conditionDays, { days: row.days })
  const unit = row.askedOf === null ? words.askedOfNobody : fill(words.askedOf, { unit: row.askedOf })
  return (
    <li>
      <LightMark level={levelOf(row)} title={row.raisedOn}>
        {row.state === 'answered' ? words.conditionAnswered : waited}
      </LightMark>
      <span>
        <a href={`/projects/${row.code}`} lang="zh-CN">
          {row.name}
        </a>
        {` · ${t.labels.conditionKinds[row.kind]}${t.common.colon}`}
        <a href={`/conditions/${row.id}`} lang="zh-CN">
          {row.ask}
        </a>{' '}
        <span className="soft">{unit}</span>
      </span>
    </li>
  )
}
