import type { ReactNode } from 'react'
import type { DrawDesk, DrawView } from '../../../../db/queries/round-draws'
import { fill, type Messages } from '../../../../domain/messages'
import { LightMark } from '../../../_components/light'
import { Panel } from '../../../_components/panel'
import { minuteWords } from '../../../_lib/instant'
import { FreezeForm, RunForm } from './draw-forms'

type Props = { draw: DrawView; pools: DrawDesk['pools']; t: Messages }

/** One draw from its commitment to its result: three steps, each with who and when, and what to do now. */
export function DrawPanel({ draw, pools, t }: Props) {
  const words = t.rounds.draw
  const { frozen, drawnAt, abandoned } = draw
  const open = abandoned ? null : pools
  const never = abandoned ? words.abandonedUndrawn : words.notYet
  return (
    <Panel
      title={fill(words.nth, { n: draw.position })}
      note={notesOf(draw, t)}
      aside={
        drawnAt ? (
          <a className="button" href={`/inspections/${draw.roundId}/draws/${draw.position}/file`}>
            {words.file}
          </a>
        ) : null
      }
    >
      <dl className="draw-steps">
        <Step name={words.committedStep} done t={t}>
          {said(draw.committedAt, draw.committedBy, t)}
          <Hash name={words.seedHash} value={draw.seedHash} />
          {draw.seed ? <Hash name={words.seed} value={draw.seed} /> : <span className="soft block">{words.seedHidden}</span>}
        </Step>
        <Step name={words.frozenStep} done={frozen !== null} t={t}>
          {frozen ? <Frozen frozen={frozen} t={t} /> : open ? <FreezeForm drawId={draw.id} pools={open} t={t} /> : never}
        </Step>
        <Step name={words.drawnStep} done={drawnAt !== null} t={t}>
          {drawnAt ? <Drawn draw={draw} t={t} /> : frozen && open ? <RunForm drawId={draw.id} t={t} /> : never}
        </Step>
      </dl>
    </Panel>
  )
}

/** Why there is a further draw, and which round made it, if not this one. */
function notesOf({ reason, abandoned }: DrawView, t: Messages): string | null {
  const words = t.rounds.draw
  const from = abandoned ? fill(words.abandonedNote, { title: abandoned.title, reason: abandoned.reason ?? '—' }) : null
  return [reason ? fill(words.because, { reason }) : null, from].filter(Boolean).join(' · ') || null
}

function Step({ name, done, children, t }: { name: string; done: boolean; children: ReactNode; t: Messages }) {
  return (
    <div>
      <dt>
        <LightMark level={done ? 'green' : 'none'} title={done ? t.common.yes : t.common.no}>
          {name}
        </LightMark>
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

const Hash = ({ name, value }: { name: string; value: string }) => (
  <span className="block small">
    <span className="soft">{name}</span> <code className="break-all">{value}</code>
  </span>
)

const said = (at: string, who: DrawView['drawnBy'], t: Messages): string =>
  [minuteWords(at), who ? fill(t.project.someone, who) : null].filter(Boolean).join(' · ')

function Frozen({ frozen, t }: { frozen: NonNullable<DrawView['frozen']>; t: Messages }) {
  const words = t.rounds.draw
  const options = [
    t.labels.strataKinds[frozen.stratify],
    frozen.atLeastOne ? words.atLeastOneSaid : null,
    frozen.weighted ? words.weightedSaid : null,
  ].filter(Boolean)
  const source = frozen.publicSource === 'chain-head' ? fill(words.chainHead, { seq: frozen.headSeq }) : frozen.publicSource
  return (
    <>
      {minuteWords(frozen.frozenAt)} · {fill(words.frozenSaid, { count: frozen.count, candidates: frozen.candidates })} ·{' '}
      {options.join(' · ')}
      <Hash name={words.listHash} value={frozen.listHash} />
      <span className="block small">
        <span className="soft">{fill(words.publicFrom, { source })}</span> <code className="break-all">{frozen.publicValue}</code>
      </span>
      {frozen.strata.length > 1 ? (
        <details className="mt-2">
          <summary className="opens">{fill(words.strata, { count: frozen.strata.length })}</summary>
          <ul className="small">
            {frozen.strata.map(({ name, works, drawn }) => (
              <li key={name}>
                <span lang="zh-CN">{name || words.noStratum}</span> {fill(words.stratum, { works, drawn })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

function Drawn({ draw, t }: { draw: DrawView; t: Messages }) {
  return (
    <>
      {said(draw.drawnAt ?? '', draw.drawnBy, t)}
      <ol className="draw-result">
        {draw.drawn.map(({ code, name }) => (
          <li key={code}>
            <span className="soft small">{code}</span> <span lang="zh-CN">{name}</span>
          </li>
        ))}
      </ol>
      {draw.removed.length > 0 ? <Removed draw={draw} t={t} /> : null}
    </>
  )
}

function Removed({ draw, t }: { draw: DrawView; t: Messages }) {
  const words = t.rounds.draw
  return (
    <>
      <strong className="block mt-3">{words.removed}</strong>
      <ul>
        {draw.removed.map(({ code, name, reason }) => (
          <li key={code}>
            <span className="soft small">{code}</span> <span lang="zh-CN">{name}</span>
            {fill(words.removedWhy, { reason })}
          </li>
        ))}
      </ul>
    </>
  )
}
