import type { StatisticsRow } from '../../../db/queries/chain-statistics'
import { fill, type Locale, type Messages } from '../../../domain/messages'
import { formatYi } from '../../../domain/money'
import type { ChainId } from '../../../domain/plan'
import { Badge } from '../../_components/badge'
import { ActionForm, Hidden, MonthField, NumberField, Submit, TextField } from '../../_components/form'
import { Panel } from '../../_components/panel'
import { minuteWords } from '../../_lib/instant'
import { monthWords } from '../../_lib/locale'
import { approveStatistics, enterStatistics, returnStatistics, withdrawStatistics } from './actions'

type Props = {
  chainId: ChainId
  rows: readonly StatisticsRow[]
  viewerId: number
  /** The reader enters and confirms. */
  enters: boolean
  year: number
  locale: Locale
  t: Messages
}

/** What statistics say of the chain: entered by one, confirmed by another. */
export function StatisticsPanel({ chainId, rows, viewerId, enters, year, locale, t }: Props) {
  const words = t.chains
  return (
    <Panel id="statistics" title={words.statisticsTitle} note={words.statisticsNote}>
      {rows.length === 0 ? <p className="soft">{words.statisticsNone}</p> : null}
      <ul className="grid gap-4">
        {rows.map((row) => (
          <li key={row.id}>
            <Said row={row} locale={locale} t={t} />
            {row.status === 'submitted' && enters ? <Decide row={row} own={row.submittedBy === viewerId} t={t} /> : null}
          </li>
        ))}
      </ul>
      {enters ? <Enter chainId={chainId} year={year} t={t} /> : null}
    </Panel>
  )
}

function Said({ row, locale, t }: { row: StatisticsRow; locale: Locale; t: Messages }) {
  const words = t.chains
  const state = row.status === 'submitted' ? words.statisticsWaiting : row.current ? words.statisticsInForce : words.statisticsEarlier
  return (
    <>
      <p>
        <strong>
          {fill(words.statisticsRow, { year: row.year, month: monthWords(row.throughMonth, locale), figure: formatYi(row.yuan) })}
        </strong>{' '}
        <Badge>{state}</Badge>
      </p>
      <p className="soft small">
        {fill(words.statisticsBy, { source: row.source, by: row.submitter?.name ?? '—', at: minuteWords(row.submittedAt) })}
        {row.decidedAt ? ` · ${fill(words.statisticsDecided, { by: row.decider?.name ?? '—', at: minuteWords(row.decidedAt) })}` : ''}
      </p>
    </>
  )
}

function Decide({ row, own, t }: { row: StatisticsRow; own: boolean; t: Messages }) {
  const words = t.chains
  if (own) {
    return (
      <ActionForm action={withdrawStatistics} className="mt-2 flex flex-wrap items-center gap-3" aria-label={words.statisticsWithdraw}>
        <Hidden name="id" value={row.id} />
        <span className="soft">{words.statisticsOwn}</span>
        <Submit look="plain">{words.statisticsWithdraw}</Submit>
      </ActionForm>
    )
  }
  return (
    <div className="mt-2 flex flex-wrap items-end gap-x-6 gap-y-3">
      <ActionForm action={approveStatistics} aria-label={words.statisticsConfirm}>
        <Hidden name="id" value={row.id} />
        <Submit>{words.statisticsConfirm}</Submit>
      </ActionForm>
      <ActionForm action={returnStatistics} className="flex flex-wrap items-end gap-3" aria-label={words.statisticsReturn}>
        <Hidden name="id" value={row.id} />
        <TextField name="reason" label={words.statisticsReason} maxLength={500} autoComplete="off" />
        <Submit look="plain">{words.statisticsReturn}</Submit>
      </ActionForm>
    </div>
  )
}

function Enter({ chainId, year, t }: { chainId: ChainId; year: number; t: Messages }) {
  const words = t.chains
  return (
    <details className="no-print mt-4">
      <summary className="font-bold">{`＋ ${words.statisticsEnter}`}</summary>
      <div className="mt-3 max-w-xl">
        <ActionForm action={enterStatistics} aria-label={words.statisticsEnter}>
          <Hidden name="chainId" value={chainId} />
          <div className="form-row">
            <TextField name="year" label={words.statisticsYear} inputMode="numeric" maxLength={4} defaultValue={year} />
            <MonthField name="throughMonth" label={words.statisticsThrough} />
            <NumberField name="output" label={words.statisticsOutput} unit={t.common.wan} />
          </div>
          <TextField name="source" label={words.statisticsSource} hint={words.statisticsSourceHint} maxLength={200} />
          <div className="form-end">
            <Submit>{words.statisticsSubmit}</Submit>
          </div>
        </ActionForm>
      </div>
    </details>
  )
}
