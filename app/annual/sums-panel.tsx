import type { ReactNode } from 'react'
import type { Share, YearTotals } from '../../domain/annual-plan-totals'
import { fill, type Messages } from '../../domain/messages'
import { Unknown, YiTotal } from '../_components/money'
import { Panel } from '../_components/panel'

type Props = { totals: YearTotals; year: number; t: Messages }

/** The sums of what is listed, each with how much of it is known. */
export function SumsPanel({ totals, year, t }: Props) {
  const words = t.annual
  const months = fill(words.sumMonths, { year })
  const count = (value: number) => fill(words.counted, { count: value })
  return (
    <Panel title={words.sums} note={fill(words.sumsOf, { works: totals.works })}>
      <dl className="year-sums">
        <Sum name={words.sumOriginal} unit={t.common.yi}>
          <YiTotal total={totals.original} t={t} />
        </Sum>
        <Sum name={words.sumPlan} unit={t.common.yi}>
          <YiTotal total={totals.plan} t={t} />
        </Sum>
        <Sum name={words.sumApproved} unit={t.common.yi}>
          <YiTotal total={totals.approved} t={t} />
        </Sum>
        <Sum name={words.sumAgainstOriginal}>
          <ShareOf share={totals.againstOriginal} t={t} />
        </Sum>
        <Sum name={words.sumAgainstPlan}>
          <ShareOf share={totals.againstPlan} t={t} />
        </Sum>
        <Sum name={words.sumStarts} note={months}>
          {count(totals.starts)}
        </Sum>
        <Sum name={words.sumFinishes} note={months}>
          {count(totals.finishes)}
        </Sum>
        <Sum name={words.sumProductions} note={months}>
          {count(totals.productions)}
        </Sum>
      </dl>
    </Panel>
  )
}

function Sum({ name, unit, note, children }: { name: string; unit?: string; note?: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        {name} {unit ? <small>{unit}</small> : null}
      </dt>
      <dd>
        {children}
        {note ? <span className="coverage"> {note}</span> : null}
      </dd>
    </div>
  )
}

function ShareOf({ share: { percent, of }, t }: { share: Share; t: Messages }) {
  if (percent === null) return <Unknown why={t.annual.shareUnknown} />
  return (
    <>
      {percent}%<span className="coverage"> {fill(t.annual.shareOf, { of })}</span>
    </>
  )
}
