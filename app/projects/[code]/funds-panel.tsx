import type { ProjectFunds } from '../../../db/queries/fund-panel'
import { fundMeasures, fundSum } from '../../../domain/fund'
import { fill, type Locale, type Messages } from '../../../domain/messages'
import { atLeast, formatWan } from '../../../domain/money'
import { Empty } from '../../_components/empty'
import { ExportLinks } from '../../_components/export-links'
import { LightMark } from '../../_components/light'
import { Panel } from '../../_components/panel'
import { monthWords } from '../../_lib/locale'
import { FundLinesTable } from './fund-lines-table'
import { registrationWords } from './registration-words'
import { reviewWords } from './review-words'

type Props = { funds: ProjectFunds; locale: Locale; t: Messages }

/** The work's money by source, both readings of its investment side by side, and where 入库纳统 stands. */
export function FundsPanel({ funds, locale, t }: Props) {
  const words = t.funds
  const { approved, waiting, code } = funds
  return (
    <Panel
      id="funds"
      title={words.title}
      note={approved ? fill(words.panelNote, { quarter: approved.quarter }) : undefined}
      aside={
        <span className="flex flex-wrap gap-4">
          {approved || waiting ? <ExportLinks path={`/projects/${code}/funds`} title={words.title} plain t={t} /> : null}
          <a href={`/projects/${code}/funds`}>{funds.maySubmit ? words.toForm : words.toFunds}</a>
          <a href={`/projects/${code}/statistics`}>{words.toStatistics}</a>
        </span>
      }
      flush
    >
      {approved ? (
        <FundLinesTable caption={fill(words.formOf, { quarter: approved.quarter })} lines={approved.lines} t={t} />
      ) : (
        <Empty title={words.panelNone}>{words.panelNoneHint}</Empty>
      )}
      <div className="panel-body">
        {approved ? <p className="soft small">{reviewWords(approved, funds.people, t)}</p> : null}
        {waiting ? <p>{waitingWords(waiting, t)}</p> : null}
        <p>{besideWords(funds.statistics, locale, t)}</p>
        <p>
          {words.registration}
          {t.common.colon}
          {registrationWords(funds.registration, t)}
        </p>
        {funds.clock ? (
          <LightMark level="none" bare>
            {fill(words.clock, funds.clock)}
          </LightMark>
        ) : null}
      </div>
    </Panel>
  )
}

function waitingWords({ quarter, lines }: NonNullable<ProjectFunds['waiting']>, t: Messages): string {
  const sums = Object.fromEntries(fundMeasures.map((measure) => [measure, atLeast(fundSum(lines, measure), formatWan)]))
  return fill(t.funds.panelWaiting, { quarter, ...sums })
}

function besideWords(statistics: ProjectFunds['statistics'], locale: Locale, t: Messages): string {
  if (!statistics) return t.funds.panelBesideNone
  const { throughMonth, statisticsYuan, dispatchYuan, differenceYuan, percent } = statistics
  if (dispatchYuan === null)
    return fill(t.funds.panelBesideAlone, { month: monthWords(throughMonth, locale), a: formatWan(statisticsYuan) })
  return fill(t.funds.panelBeside, {
    month: monthWords(throughMonth, locale),
    a: formatWan(statisticsYuan),
    b: formatWan(dispatchYuan),
    difference: formatWan(differenceYuan),
    percent: percent === null ? '—' : `${percent}%`,
  })
}
