import type { StatisticsRow } from '../../db/queries/chain-statistics'
import type { ChainOutput } from '../../domain/chain-output'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { formatYi } from '../../domain/money'
import { Account } from '../_components/account'
import { Unknown } from '../_components/money'
import { minuteWords } from '../_lib/instant'
import { monthWords } from '../_lib/locale'

type Props = {
  output: ChainOutput | null
  statistics: StatisticsRow | undefined
  /** Where each enterprise's return stands; null for a reader who may not know them. */
  href: string | null
  /** The locked month it was published with, for a reader who is told published totals only. */
  published: { period: string } | null
  locale: Locale
  t: Messages
}

export const isBound = (output: ChainOutput): boolean => output.source !== 'statistics' && (output.unknown > 0 || output.uneven)

/** Approved output with its account: whose sum it is, or which statistics, and what is missing from it. */
export function Output({ output, statistics, href, published, locale, t }: Props) {
  const words = t.chains
  if (output === null) return <Unknown why={words.notTold} />
  if (output.yuan === null || output.through === null) return <Unknown why={words.noOutput} />
  const figure = `${isBound(output) ? '≥ ' : ''}${formatYi(output.yuan)}`
  const through = monthWords(output.through, locale)
  const links = href ? <a href={href}>{words.toEnterprises} ›</a> : undefined
  return (
    <Account figure={<strong>{figure}</strong>} title={fill(t.common.whereFrom, { figure })} t={t} links={links}>
      {published ? <p>{fill(words.publishedOf, { month: monthWords(published.period, locale) })}</p> : null}
      {output.source === 'statistics' ? (
        <FromStatistics output={output} row={statistics} through={through} t={t} />
      ) : (
        <FromEnterprises output={output} through={through} t={t} />
      )}
    </Account>
  )
}

/** Below the figure: of which month it is. */
export function PublishedOf({ published, locale, t }: Pick<Props, 'published' | 'locale' | 't'>) {
  return published ? (
    <small className="coverage">{fill(t.chains.publishedOf, { month: monthWords(published.period, locale) })}</small>
  ) : null
}

function FromEnterprises({ output, through, t }: { output: ChainOutput; through: string; t: Messages }) {
  const words = t.chains
  const lacks = [
    output.unknown > 0 ? fill(words.outputMissing, { count: output.unknown }) : '',
    output.uneven ? words.outputUneven : '',
  ].filter(Boolean)
  return (
    <>
      <p>{fill(words.outputEnterprises, { known: output.known, month: through })}</p>
      <p>{lacks.length > 0 ? lacks.join(' ') : words.outputWhole}</p>
    </>
  )
}

function FromStatistics({
  output,
  row,
  through,
  t,
}: {
  output: ChainOutput
  row: StatisticsRow | undefined
  through: string
  t: Messages
}) {
  const words = t.chains
  return (
    <>
      {row ? (
        <>
          <p>{fill(words.outputStatistics, { month: through, source: row.source })}</p>
          <p>
            {fill(words.outputStatisticsWho, {
              by: row.submitter?.name ?? '—',
              at: minuteWords(row.submittedAt),
              decider: row.decider?.name ?? '—',
              decidedAt: row.decidedAt ? minuteWords(row.decidedAt) : '—',
            })}
          </p>
        </>
      ) : (
        <p>{`${words.coverageStatistics} · ${fill(t.common.through, { month: through })}`}</p>
      )}
      <p>{fill(words.outputOfEnterprises, { known: output.known, all: output.known + output.unknown })}</p>
    </>
  )
}
