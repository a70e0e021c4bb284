import type { Forecast } from '../../../db/queries/forecast'
import type { PacedSum, YearEnd } from '../../../domain/forecast'
import type { Completion } from '../../../domain/forecast-schedule'
import { fill, type Locale, type Messages } from '../../../domain/messages'
import { formatWan } from '../../../domain/money'
import { Panel } from '../../_components/panel'
import { Table } from '../../_components/table'
import { monthWords } from '../../_lib/locale'

type Props = { forecast: Forecast; locale: Locale; t: Messages }

/** What the approved figures let expect, in words: a range with what it assumes, and how good the last one was. */
export function ForecastPanel({ forecast, locale, t }: Props) {
  const words = t.rules.forecast
  return (
    <Panel id="forecast" title={words.title} note={words.note}>
      <section>
        <h3>{fill(words.yearEnd, { year: forecast.year })}</h3>
        <YearEndWords end={forecast.yearEnd} planYuan={forecast.planYuan} locale={locale} t={t} />
        <BackWords forecast={forecast} locale={locale} t={t} />
      </section>
      <section className="mt-4">
        <h3>{words.completion}</h3>
        <CompletionWords completion={forecast.completion} locale={locale} t={t} />
      </section>
    </Panel>
  )
}

function YearEndWords({ end, planYuan, locale, t }: { end: YearEnd; planYuan: number | null; locale: Locale; t: Messages }) {
  const words = t.rules.forecast
  if (end.state === 'not-enough-data')
    return <p className="soft">{fill(words.notEnough, { year: end.year, points: end.points, needed: end.needed })}</p>
  if (end.state === 'told') return <p>{fill(words.told, { yuan: formatWan(end.yuan) })}</p>
  return (
    <>
      <p>
        <strong>{fill(words.yearEndRange, { low: formatWan(end.lowYuan), high: formatWan(end.highYuan) })}</strong>{' '}
        <span className="soft">
          {planYuan === null ? '' : `${fill(words.yearEndOf, { plan: formatWan(planYuan) })} · `}
          {fill(words.asOf, { month: monthWords(end.asOf, locale) })}
        </span>
      </p>
      <Paces paces={end.paces} t={t} />
    </>
  )
}

function Paces({ paces, t }: { paces: readonly PacedSum[]; t: Messages }) {
  const words = t.rules.forecast
  return (
    <Table
      caption={words.paces}
      rows={paces}
      keyOf={({ pace }) => pace}
      columns={[
        { key: 'pace', head: words.paceColumns.pace, card: 'title', cell: ({ pace }) => words.pace[pace] },
        { key: 'monthly', head: words.paceColumns.monthly, kind: 'figure', cell: ({ monthlyYuan }) => formatWan(monthlyYuan) },
        { key: 'end', head: words.paceColumns.end, kind: 'figure', cell: ({ yuan }) => formatWan(yuan) },
      ]}
    />
  )
}

/** What the same computation said a quarter ago, against what came. */
function BackWords({ forecast: { back }, locale, t }: Props) {
  const words = t.rules.forecast
  if (back.state === 'none') return <p className="soft small mt-2">{words.backNone}</p>
  const params = {
    asOf: monthWords(back.asOf, locale),
    month: monthWords(back.month, locale),
    low: formatWan(back.lowYuan),
    high: formatWan(back.highYuan),
    actual: formatWan(back.actualYuan),
    off: back.offPercent ?? '—',
  }
  return (
    <p className="small mt-2">
      <strong>{words.backTitle}</strong>
      {t.common.colon}
      {fill(back.inside ? words.backInside : words.backOutside, params)}
    </p>
  )
}

function CompletionWords({ completion, locale, t }: { completion: Completion; locale: Locale; t: Messages }) {
  const words = t.rules.forecast
  const month = (text: string) => monthWords(text, locale)
  if (completion.state === 'no-curve') return <p className="soft">{words.noCurve}</p>
  if (completion.state === 'no-finish') return <p className="soft">{words.noFinish}</p>
  if (completion.state === 'curve-too-short')
    return <p className="soft">{fill(words.curveTooShort, { month: month(completion.plannedMonth) })}</p>
  if (completion.state === 'not-enough-data')
    return <p className="soft">{fill(words.completionNotEnough, { points: completion.points, needed: completion.needed })}</p>
  const planned = fill(words.planned, { month: month(completion.plannedMonth) })
  if (completion.state === 'done') return <p>{`${words.done} ${planned}`}</p>
  const { earliest: low, latest, asOf, esMonths: es, atMonths: at, spi, partial } = completion
  return (
    <>
      <p>
        <strong>
          {latest ? fill(words.completionRange, { low: month(low), high: month(latest) }) : fill(words.completionOpen, { low: month(low) })}
        </strong>{' '}
        <span className="soft">{planned}</span>
      </p>
      <p className="small">{fill(words.earned, { month: month(asOf), es, at, spi })}</p>
      <p className="soft small">{`${words.completionAssumed}${partial ? ` ${words.partial}` : ''}`}</p>
    </>
  )
}
