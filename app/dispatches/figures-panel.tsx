import type { ReactNode } from 'react'
import { startWords } from '../../domain/bulletin-tables'
import { oneDecimal, signed } from '../../domain/bulletin-words'
import type { DispatchFacts } from '../../domain/dispatch'
import { reportStates } from '../../domain/duty'
import { fill, type Messages } from '../../domain/messages'
import { Unknown, YiTotal } from '../_components/money'
import { Panel } from '../_components/panel'

type Props = { facts: DispatchFacts; t: Messages }

/** The whole of the locked month, read only: each sum with its coverage, and by which lock. */
export function FiguresPanel({ facts, t }: Props) {
  const { lock, day } = facts
  const { period, revision } = lock
  return (
    <Panel title={t.dispatch.figuresTitle}>
      <p className="soft small">
        {fill(t.dispatch.figuresLead, { period, revision, day })} <a href={`/months/${period}`}>{period}</a>
      </p>
      <div className="bulletin-figures">
        <MoneyFigures facts={facts} t={t} />
        <CountFigures facts={facts} t={t} />
      </div>
      <p className="soft small bulletin-hash">
        {t.dispatch.lockDigest}
        {t.common.colon}
        <code>{lock.digest}</code>
      </p>
    </Panel>
  )
}

function MoneyFigures({ facts: { progress, flow }, t }: Props) {
  const words = t.bulletins
  const yi = words.units.yuan
  return (
    <dl>
      <Figure name={words.figures.totalYuan} unit={yi}>
        <YiTotal total={progress.total} t={t} />
      </Figure>
      <Figure name={words.figures.planYuan} unit={yi}>
        <YiTotal total={progress.plan} t={t} />
      </Figure>
      <Figure name={words.figures.doneYuan} unit={yi}>
        <YiTotal total={progress.done} t={t} />
      </Figure>
      <Figure name={t.dispatch.flow} unit={yi}>
        <YiTotal total={flow} t={t} />
      </Figure>
      <Figure name={words.figures.completion} unit="%">
        <Share value={progress.completion} text={oneDecimal(progress.completion)} facts={progress} t={t} />
      </Figure>
      <Figure name={words.figures.gap} unit={words.units.points}>
        <Share value={progress.gap} text={signed(progress.gap)} facts={progress} t={t} />
      </Figure>
    </dl>
  )
}

type ShareProps = { value: number | null; text: string; facts: DispatchFacts['progress']; t: Messages }

function Share({ value, text, facts: { both, works }, t }: ShareProps) {
  if (value === null) return <Unknown why={t.bulletins.unknownFigure} />
  return (
    <>
      {text} <span className="coverage">{fill(t.common.coverage, { known: both, all: works })}</span>
    </>
  )
}

function CountFigures({ facts: { progress, reports }, t }: Props) {
  const words = t.bulletins
  const { red, yellow, green, none } = progress.lights
  const told = reportStates.filter((state) => (reports[state] ?? 0) > 0).map((state) => `${t.labels.reportStates[state]} ${reports[state]}`)
  return (
    <dl>
      <Figure name={words.figures.works}>{progress.works}</Figure>
      <Figure name={words.columnStart}>{startWords(progress).join(' / ')}</Figure>
      <Figure name={words.columnLights}>{`${red} / ${yellow} / ${green} / ${none}`}</Figure>
      <Figure name={t.dispatch.reports}>{told.join(' · ') || '—'}</Figure>
    </dl>
  )
}

const Figure = ({ name, unit, children }: { name: string; unit?: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {children} {unit ? <span className="soft bulletin-unit">{unit}</span> : null}
    </dd>
  </div>
)
