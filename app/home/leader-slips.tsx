import type { SlipRow } from '../../db/queries/slips'
import { fill, type Messages } from '../../domain/messages'
import { LightMark } from '../_components/light'

export type Worst = { rows: SlipRow[]; total: number }

/** The works whose unmet milestones are furthest behind, each with its dates and the report they come from. */
export function LeaderSlips({ worst, t }: { worst: Worst; t: Messages }) {
  const words = t.outlook
  const all = worst.total > 0 ? <a href="/slips">{fill(words.worstAll, { count: worst.total })} ›</a> : null
  return (
    <section className="asked-slips" aria-labelledby="worst-slips">
      <div className="asked-head">
        <h3 id="worst-slips">{words.worst}</h3>
        <span className="soft small">{words.worstNote}</span>
        <span className="small">{all}</span>
      </div>
      {worst.rows.length === 0 ? <p className="soft">{worst.total === 0 ? words.worstNone : words.worstShown}</p> : null}
      <ul className="asked">
        {worst.rows.map((row) => (
          <li key={row.milestoneId}>
            <LightMark level="red">{fill(row.basis === 'open' ? words.slipAtLeast : words.slipDays, { days: row.days })}</LightMark>
            <div>
              <a href={`/projects/${row.code}`} lang="zh-CN">
                {row.work}
              </a>{' '}
              <span lang="zh-CN">{row.milestone}</span>
              <p className="soft small">{datesOf(row, t)}</p>
              <p className="asked-evidence">
                <a href={`/projects/${row.code}#milestones`}>{words.worstMilestones}</a>
                {row.basis === 'forecast' && row.forecastUpdateId !== null ? (
                  <a href={`/updates/${row.forecastUpdateId}`}>{words.slipEvidence}</a>
                ) : null}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function datesOf({ baselineOn, endOn, basis, fromOriginal }: SlipRow, { outlook }: Messages): string {
  const end = basis === 'forecast' ? endOn : outlook.slipNoForecast
  const dates = fill(outlook.worstDates, { baseline: baselineOn, end })
  return fromOriginal === null ? dates : `${dates} · ${fill(outlook.slipFromOriginal, { days: fromOriginal })}`
}
