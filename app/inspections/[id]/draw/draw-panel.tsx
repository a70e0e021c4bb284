import type { ReactNode } from 'react'
import type { RoundRow } from '../../../../db/queries/round-access'
import type { DrawDesk, DrawView } from '../../../../db/queries/round-draws'
import { fill, type Messages } from '../../../../domain/messages'
import { LightMark } from '../../../_components/light'
import { Panel } from '../../../_components/panel'
import { minuteWords } from '../../../_lib/instant'
import { FreezeForm, RunForm } from './draw-forms'

type Props = { draw: DrawView; round: RoundRow; pools: DrawDesk['pools']; t: Messages }

/** One draw from its commitment to its result: three steps, each with who and when, and what to do now. */
export function DrawPanel({ draw, round, pools, t }: Props) {
  const words = t.rounds.draw
  const { frozen, drawnAt } = draw
  return (
    <Panel
      title={fill(words.nth, { n: draw.position })}
      note={draw.reason ? fill(words.because, { reason: draw.reason }) : null}
      aside={
        drawnAt ? (
          <a className="button" href={`/inspections/${round.id}/draws/${draw.position}/file`}>
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
          {frozen ? <Frozen frozen={frozen} t={t} /> : pools ? <FreezeForm drawId={draw.id} pools={pools} t={t} /> : words.notYet}
        </Step>
        <Step name={words.drawnStep} done={drawnAt !== null} t={t}>
          {drawnAt ? <Drawn draw={draw} t={t} /> : frozen && pools ? <RunForm drawId={draw.id} t={t} /> : words.notYet}
        </Step>
      </dl>
    </Panel>
  )
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
    </>
  )
}
