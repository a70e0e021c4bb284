import type { ReactNode } from 'react'
import type { RoundView } from '../../../db/queries/round'
import { canMoveRound } from '../../../domain/inspection'
import { fill, type Messages } from '../../../domain/messages'
import { takesWords } from '../../../domain/round-rules'
import { Badge } from '../../_components/badge'
import { PageHead } from '../../_components/page-head'
import { SheetButton } from '../../_components/sheet-button'
import { RoundStateMark } from '../round-state'
import { daysWords } from '../rounds-table'
import { AbandonForm, EditForm, MoveForm } from './round-forms'

type Props = { view: RoundView; t: Messages }

/** What the round is, where it stands, and the one thing to do next. */
export function RoundHead({ view, t }: Props) {
  const { round } = view
  const words = t.rounds
  return (
    <>
      <PageHead
        title={<span lang="zh-CN">{round.title}</span>}
        crumbs={[{ text: words.title, href: '/inspections' }, { text: round.quarter }]}
        lead={
          <>
            <RoundStateMark state={round.state} t={t} /> <Badge>{t.labels.roundKinds[round.kind]}</Badge>{' '}
            <Badge>{round.announced ? words.announced : words.unannounced}</Badge> {daysWords(round, t)}
            {view.notice ? ` · ${fill(words.notifiedOn, { day: view.notice.day })}` : ''}
          </>
        }
      >
        <NextStep view={view} t={t} />
      </PageHead>
      {round.abandonReason ? (
        <p className="soft mb-4">
          {words.abandonReason}
          {t.common.colon}
          <span lang="zh-CN">{round.abandonReason}</span>
        </p>
      ) : null}
      {view.mayKeep ? <Desk view={view} t={t} /> : null}
    </>
  )
}

const Main = ({ href, children }: { href: string; children: ReactNode }) => (
  <a className="button button-main" href={href}>
    {children}
  </a>
)

/** One main button: what brings the round on from here. */
function NextStep({ view: { round, mayKeep, mayTakeAlong }, t }: Props) {
  const words = t.rounds.next
  const at = `/inspections/${round.id}`
  if (mayKeep && round.state === 'drafted') return <Main href={`${at}/scope`}>{words.scope}</Main>
  if (mayKeep && round.state === 'scoped' && round.announced) return <Main href={`${at}/notice`}>{words.notify}</Main>
  if (mayKeep && round.state === 'visits-ended') return <Main href="/bulletins">{words.bulletin}</Main>
  if (mayKeep && round.state === 'bulletin-issued') return <MoveForm round={round} step="rectify" look="main" t={t} />
  if (mayKeep && round.state === 'rectifying') return <MoveForm round={round} step="close" look="main" t={t} />
  return mayTakeAlong ? <Main href={`/field?round=${round.id}`}>{words.takeAlong}</Main> : null
}

/** The other things a supervisor may do, each in its sheet. */
function Desk({ view: { round, notice }, t }: Props) {
  const words = t.rounds
  const at = `/inspections/${round.id}`
  return (
    <div className="panel round-desk no-print">
      {takesWords(round) ? (
        <SheetButton text={words.edit} title={words.edit} t={t}>
          <EditForm round={round} t={t} />
        </SheetButton>
      ) : null}
      <a className="button" href={`${at}/team`}>
        {words.team.title}
      </a>
      <a className="button" href={`${at}/draw`}>
        {words.draw.title}
      </a>
      {round.announced && (notice || round.state === 'scoped' || round.state === 'drafted') ? (
        <a className="button" href={`${at}/notice`}>
          {words.notice.title}
        </a>
      ) : null}
      {canMoveRound(round, 'begin') && round.announced ? <MoveForm round={round} step="begin" t={t} /> : null}
      {canMoveRound(round, 'end') ? (
        <SheetButton text={words.steps.end} title={words.steps.end} t={t}>
          <p className="mb-3">{words.endHint}</p>
          <MoveForm round={round} step="end" t={t} />
        </SheetButton>
      ) : null}
      {canMoveRound(round, 'close') && round.state === 'bulletin-issued' ? <MoveForm round={round} step="close" t={t} /> : null}
      {canMoveRound(round, 'abandon') ? (
        <SheetButton text={words.abandon} title={words.abandon} t={t}>
          <AbandonForm round={round} t={t} />
        </SheetButton>
      ) : null}
    </div>
  )
}
