import type { LibraryGaps, LoneRole, WaitingKind } from '../../db/queries/home-bureau'
import type { LateUnit, MonthReporting } from '../../db/queries/month-report'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { Beside, Panel } from '../_components/panel'
import { Reporting } from '../_components/reporting'
import { type Column, Table } from '../_components/table'
import { minuteWords } from '../_lib/instant'
import { BureauDesk, type DeskThings } from './bureau-desk'
import { BureauInspection, type BureauThings } from './bureau-inspection'
import { LateUnits } from './late-units'

type Props = {
  waiting: readonly WaitingKind[]
  gaps: LibraryGaps
  lone: readonly LoneRole[]
  accounts: Record<LoneRole, number>
  late: { units: LateUnit[]; total: number; works: number }
  inspection: BureauThings
  desk: DeskThings
  reporting: MonthReporting
  locale: Locale
  t: Messages
}

/** The bureau's day: the queue, who is late, what the library does not know, and which steps lack a second person. */
export function BureauHome({ waiting, gaps, lone, accounts, late, inspection, desk, reporting, locale, t }: Props) {
  const words = t.home
  const reviews = waiting.reduce((sum, row) => sum + row.count - row.own, 0)
  const ofUnit = inspection.findings.filter(({ kind }) => kind !== 'alarm').reduce((sum, { total }) => sum + total, 0)
  const decides = desk.waits.filter(({ own }) => !own).length
  const count = reviews + decides + inspection.differences.open + ofUnit
  return (
    <div className="page">
      <PageHead title={count > 0 ? fill(words.waiting, { count }) : words.nothingWaits}>
        {inspection.joined.length > 0 ? (
          <a className="button" href="/field">
            {words.takeAlong}
          </a>
        ) : null}
        {reviews > 0 ? (
          <a className="button button-main" href="/reviews">
            {words.queueStart}
          </a>
        ) : null}
      </PageHead>
      <div className="stack">
        {lone.map((role) => (
          <Notice key={role} tone="slow">
            {`${fill(words.lone, { role: t.labels.roles[role], count: accounts[role] })} ${words.loneSteps[role]} ${words.loneAsk}`}
          </Notice>
        ))}
        <Beside>
          <div className="stack">
            <Queue waiting={waiting} t={t} />
            <BureauDesk {...desk} reporting={reporting} locale={locale} t={t} />
          </div>
          <div className="stack">
            <BureauInspection {...inspection} t={t} />
            <Gaps gaps={gaps} t={t} />
          </div>
        </Beside>
        <LateUnits late={late} reporting={reporting} reminders locale={locale} t={t} />
        <Reporting reporting={reporting} locale={locale} t={t} />
      </div>
    </div>
  )
}

function Queue({ waiting, t }: { waiting: readonly WaitingKind[]; t: Messages }) {
  const words = t.home
  const own = waiting.reduce((sum, row) => sum + row.own, 0)
  return (
    <Panel title={words.queue} flush>
      {waiting.length > 0 ? (
        <Table caption={words.queue} columns={queueColumns(t)} rows={waiting} keyOf={(row) => row.kind} />
      ) : (
        <div className="panel-body soft">
          {words.queueNone}
          {t.common.colon}
          {words.queueNoneHint}
        </div>
      )}
      {own > 0 ? <p className="panel-body soft small">{fill(words.queueOwn, { count: own })}</p> : null}
    </Panel>
  )
}

function queueColumns(t: Messages): Column<WaitingKind>[] {
  const words = t.home
  return [
    {
      key: 'kind',
      head: words.queueKind,
      card: 'title',
      cell: ({ kind }) => <a href={`/reviews?kind=${kind}`}>{words.reviewKinds[kind]}</a>,
    },
    { key: 'count', head: words.queueCount, kind: 'figure', cell: (row) => <strong>{row.count}</strong> },
    { key: 'oldest', head: words.queueOldest, kind: 'figure', cell: ({ oldest }) => (oldest ? minuteWords(oldest) : '') },
  ]
}

function Gaps({ gaps, t }: { gaps: LibraryGaps; t: Messages }) {
  const words = t.home
  const lines = [
    { words: words.noOwner, count: gaps.noOwner, href: '/projects?owner=none&period=all' },
    { words: words.noStage, count: gaps.noStage, href: '/projects?stage=unknown&period=all' },
    { words: words.unconfirmed, count: gaps.unconfirmed, href: '/projects?chain=unconfirmed&period=all' },
  ].filter(({ count }) => count > 0)
  return (
    <Panel title={words.gaps} note={fill(words.gapsNote, { works: gaps.works })} aside={<a href="/census">{words.toCensus} ›</a>}>
      {lines.length === 0 ? <p className="soft">{words.gapsNone}</p> : null}
      <ul>
        {lines.map(({ words: line, count, href }) => (
          <li key={href} className="flex justify-between border-t border-inner py-2 first:border-t-0">
            <a href={href}>{line}</a>
            <strong>{count}</strong>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
