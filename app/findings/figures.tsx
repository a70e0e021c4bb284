import type { ReactNode } from 'react'
import type { FindingFigures } from '../../db/queries/finding-figures'
import type { FindingCounts } from '../../db/queries/finding-list'
import { addressQuery } from '../../domain/address'
import { findingSeverities } from '../../domain/finding'
import { type FindingFilter, findingAges } from '../../domain/finding-params'
import { fill, type Messages } from '../../domain/messages'

type Props = {
  figures: FindingFigures
  counts: FindingCounts
  filter: FindingFilter
  chains: ReadonlyMap<string, string>
  t: Messages
}

/** What the register adds up to, in one line. */
export function FiguresLine({ figures, counts, t }: Pick<Props, 'figures' | 'counts' | 't'>) {
  const words = t.findings
  const { closed, medianDays, repeats } = figures
  const line = [
    fill(words.figures, { open: counts.open, overdue: counts.overdue }),
    medianDays === null ? words.figureNoneClosed : fill(words.figureClosed, { closed, days: medianDays }),
    repeats.length > 0 ? fill(words.figureRepeats, { count: repeats.length }) : null,
  ]
  return line.filter(Boolean).join(' · ')
}

/** Its parts, opened when asked for, each the way to its findings. */
export function Breakdown({ figures, filter, chains, t }: Omit<Props, 'counts'>) {
  if (figures.open + figures.repeats.length === 0) return null
  return (
    <details className="breakdown">
      <summary className="opens inline">{t.findings.breakdown}</summary>
      <Lists figures={figures} filter={filter} chains={chains} t={t} />
    </details>
  )
}

type Row = { key: string; text: ReactNode; rows: number; href: string }

function Lists({ figures, filter, chains, t }: Omit<Props, 'counts'>) {
  const { findings: words, labels } = t
  const to = (change: Record<string, string | null>) => `/findings${addressQuery({ ...filter, show: null, state: null, ...change })}`
  const units = figures.byUnit.map(
    ({ id, name, rows }): Row => ({
      key: String(id),
      text: name ? <span lang="zh-CN">{name}</span> : words.notAssigned,
      rows,
      href: id === null ? to({ state: 'registered' }) : to({ unit: String(id) }),
    }),
  )
  const ages = findingAges.map((age): Row => ({ key: age, text: words.ages[age], rows: figures.byAge[age], href: to({ age }) }))
  const severities = findingSeverities.map(
    (severity): Row => ({
      key: severity,
      text: labels.findingSeverities[severity],
      rows: figures.bySeverity[severity] ?? 0,
      href: to({ severity }),
    }),
  )
  const byChain = figures.byChain.map(
    ({ chainId, rows }): Row => ({
      key: String(chainId),
      text: chainId === null ? words.noChain : <span lang="zh-CN">{chains.get(chainId) ?? chainId}</span>,
      rows,
      href: to({ chain: chainId ?? 'none' }),
    }),
  )
  const repeats = figures.repeats.map(
    ({ code, name, category, rows }): Row => ({
      key: `${code} ${category}`,
      text: (
        <>
          <span lang="zh-CN">{name}</span> {labels.findingCategories[category]}
        </>
      ),
      rows,
      href: to({ project: code, category, show: 'all' }),
    }),
  )
  return (
    <div className="breakdown-lists">
      <List title={words.byUnit} rows={units} />
      <List title={words.byAge} rows={ages.filter(({ rows }) => rows > 0)} />
      <List title={words.bySeverity} rows={severities.filter(({ rows }) => rows > 0)} />
      <List title={words.byChain} rows={byChain} />
      <List title={words.repeats} rows={repeats} wide />
    </div>
  )
}

function List({ title, rows, wide }: { title: string; rows: readonly Row[]; wide?: boolean }) {
  if (rows.length === 0) return null
  return (
    <section className={wide ? 'breakdown-wide' : undefined}>
      <h2>{title}</h2>
      <ul>
        {rows.map(({ key, text, rows, href }) => (
          <li key={key}>
            <a href={href}>{text}</a>
            <span>{rows}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
