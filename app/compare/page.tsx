import type { Metadata } from 'next'
import { comparablePeriods, comparedRowsAPage, comparedSide, comparePeriods, type Side } from '../../db/queries/compare'
import { planChains } from '../../db/queries/plan'
import { addressQuery, readAddress } from '../../domain/address'
import { fill, type Messages } from '../../domain/messages'
import { type CompareParams, comparedGroups, comparedTables, compareParams } from '../../domain/months-params'
import { Chip, Chips } from '../_components/chip'
import { Empty } from '../_components/empty'
import { ActionForm, Hidden, Submit } from '../_components/form'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { Beside } from '../_components/panel'
import { PrintButton } from '../_components/print-button'
import { TableFiles } from '../_components/table-files'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { prepare } from './actions'
import { BridgePanel } from './bridge-panel'
import { ChangedPanel } from './changed-panel'
import { GonePanel } from './gone-panel'
import { Waterfall } from './waterfall'

/** What is invested in all, then this year; the plan's figures hardly move. */
const drawnMeasures = ['investedYuan', 'yearToDateYuan'] as const

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).months.compareTitle }
}

export default async function ComparePage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.months
  const { params, wrong } = readAddress(compareParams, await searchParams)
  const periods = reading(() => comparablePeriods(actor))
  const { from, to, by = 'sector', page = 1 } = params
  const sides = [from, to].flatMap((text) => (text ? [reading(() => comparedSide(actor, text))] : []))
  const comparison = from && to ? comparePeriods(actor, from, to, { by, page }) : null
  const link = (change: Record<string, string | number | null>) => `/compare${addressQuery({ ...params, page: null, ...change })}`
  return (
    <div className="page">
      <PageHead
        title={words.compareTitle}
        lead={words.compareLead}
        crumbs={[{ text: words.title, href: '/months' }, { text: words.compareLink }]}
      >
        <PrintButton label={t.common.print} />
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(t.facts.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <SidesForm params={params} periods={periods} t={t} />
      <div className="stack">
        {sides.map((side) => side && <SideNotice key={side.text} side={side} t={t} />)}
        {comparison ? (
          <>
            <BridgePanel
              title={fill(words.bridge, { from: from ?? '', to: to ?? '' })}
              group="all"
              groups={[comparison.totals]}
              chains={[]}
              t={t}
            />
            <Beside>
              {drawnMeasures.map((measure) => (
                <Waterfall
                  key={measure}
                  measure={measure}
                  from={from ?? ''}
                  to={to ?? ''}
                  bridge={comparison.totals.measures[measure]}
                  t={t}
                />
              ))}
            </Beside>
            <Chips>
              {comparedGroups.map((group) => (
                <Chip key={group} href={link({ by: group })} on={by === group} t={t}>
                  {words.groupedBy[group]}
                </Chip>
              ))}
            </Chips>
            <BridgePanel title={words.groupedBy[by]} group={by} groups={comparison.groups} chains={planChains()} t={t} />
            <GonePanel
              title={fill(words.entered, { count: comparison.counts.entered })}
              none={words.noneEntered}
              rows={comparison.entered}
              t={t}
            />
            <GonePanel title={fill(words.left, { count: comparison.counts.left })} none={words.noneLeft} rows={comparison.left} t={t} />
            <ChangedPanel rows={comparison.changed} count={comparison.counts.changed} chains={planChains()} t={t} />
            <TableFiles path="/compare" tables={comparedTables} filter={{ from, to, by: params.by }} t={t} />
            <PagerOf
              page={page}
              size={comparedRowsAPage}
              shown={comparison.changed.length}
              total={comparison.counts.changed}
              to={(page) => link({ page })}
              t={t}
            />
          </>
        ) : sides.length < 2 ? (
          <section className="panel">
            <Empty title={words.compareChoose}>{words.compareChooseHint}</Empty>
          </section>
        ) : null}
      </div>
    </div>
  )
}

type FormProps = { params: CompareParams; periods: readonly { period: string; revision: number; latest: boolean }[]; t: Messages }

function SidesForm({ params, periods, t }: FormProps) {
  const words = t.months
  const field = (name: 'from' | 'to', label: string) => (
    <label className="compare-side">
      {label}
      <span className="box">
        <input name={name} defaultValue={params[name]} list="periods" maxLength={12} aria-describedby="compare-hint" autoComplete="off" />
      </span>
    </label>
  )
  return (
    <search className="block no-print">
      <form action="/compare" className="compare-form">
        {field('from', words.compareFrom)}
        {field('to', words.compareTo)}
        <datalist id="periods">
          {periods.map(({ period, revision, latest }) => (
            <option key={`${period} ${revision}`} value={latest ? period : `${period}@${revision}`} />
          ))}
        </datalist>
        {params.by ? <input type="hidden" name="by" value={params.by} /> : null}
        <button type="submit" className="button button-main">
          {words.compareGo}
        </button>
        <span className="hint" id="compare-hint">
          {words.compareHint}
        </span>
      </form>
    </search>
  )
}

/** A side that is not there yet, and what to do. */
function SideNotice({ side, t }: { side: Side; t: Messages }) {
  const words = t.months
  const { asked, ready, lock, before } = side
  if (asked.kind === 'lock') return ready ? null : <Notice tone="slow">{fill(words.compareMissing, { side: side.text })}</Notice>
  const { day } = asked
  if (ready) return before ? <Notice tone="slow">{fill(words.compareBefore, { day, since: before })}</Notice> : null
  if (lock) return <Notice>{fill(words.comparePreparing, { day })}</Notice>
  return (
    <ActionForm action={prepare} aria-label={fill(words.comparePrepare, { day })}>
      <Hidden name="day" value={day} />
      <Submit look="plain">{fill(words.comparePrepare, { day })}</Submit>
    </ActionForm>
  )
}
