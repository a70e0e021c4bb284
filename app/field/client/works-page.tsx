import { useState } from 'react'
import type { FieldPackage, FieldWork } from '../../../domain/field-package'
import { fill } from '../../../domain/fill'
import { worstLight } from '../../../domain/light'
import { dayMinuteOf } from '../device-clock'
import { TextBox } from './controls'
import { whyWords } from './gate'
import { workAddress } from './place'
import type { Why } from './use-session'
import type { Things } from './use-things'
import { lightWords, useWords, Zh } from './words'
import { type WorkState, workStates } from './work-states'

type Props = { things: Things; notice: Why | null; take: (round: number) => Promise<void> }

/** Every work that was taken along, by group and day. */
export function WorksPage({ things, notice, take }: Props) {
  const { f } = useWords()
  const [wanted, want] = useState('')
  return (
    <div className="field-stack">
      {notice ? <Notice why={notice} /> : null}
      {things.littleMb === null ? null : <p className="said said-slow">{fill(f.littleRoom, { mb: things.littleMb })}</p>}
      {things.packages.length === 0 ? (
        <Nothing />
      ) : (
        <TextBox id="find" kind="search" label={f.filter} hint={f.filterHint} value={wanted} type={want} />
      )}
      {things.packages.map((pack) => (
        <Round key={pack.round.id} pack={pack} things={things} wanted={wanted} take={take} />
      ))}
    </div>
  )
}

function Notice({ why }: { why: Why }) {
  const { f } = useWords()
  const [title, text] = whyWords(why, f)
  return (
    <p className="said said-slow" role="alert">
      <strong>{title}</strong> {text}
    </p>
  )
}

function Nothing() {
  const { f } = useWords()
  return (
    <>
      <h1>{f.nothingTaken}</h1>
      <p>{f.nothingTakenWhy}</p>
      <a className="button button-main" href="/inspections">
        {f.toRounds}
      </a>
    </>
  )
}

function Round({ pack, things, wanted, take }: { pack: FieldPackage; things: Things; wanted: string } & Pick<Props, 'take'>) {
  const { f } = useWords()
  const states = workStates(pack.round.id, things.held, things.drafts)
  const shown = pack.works.filter((work) => fits(work, wanted))
  const groups = groupsOf(shown)
  return (
    <section className="field-stack">
      <h1>
        <Zh>{pack.round.title}</Zh>
      </h1>
      <p className="soft field-line">
        <span>{fill(f.takenAt, { time: dayMinuteOf(pack.serverTime), count: pack.works.length })}</span>
        <button type="button" className="button" onClick={() => void take(pack.round.id)}>
          {f.takeAgain}
        </button>
      </p>
      {shown.length === 0 ? <p>{f.noMatch}</p> : null}
      {groups.map(([group, works]) => (
        <section key={group} className="field-group">
          {group || groups.length > 1 ? <h2>{group ? <Zh>{group}</Zh> : f.ungrouped}</h2> : null}
          <ul className="field-works">
            {works.map((work) => (
              <WorkRow key={work.code} round={pack.round.id} work={work} state={states.get(work.code) ?? 'new'} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function WorkRow({ round, work, state }: { round: number; work: FieldWork; state: WorkState }) {
  const words = useWords()
  const { f } = words
  const light = worstLight(work.lights)
  return (
    <li className="field-work">
      <a href={workAddress(round, work.code)} lang="zh-CN">
        {work.name}
      </a>
      <span className="field-facts">
        <span className="soft">{work.code}</span>
        {work.town ? <Zh>{work.town}</Zh> : null}
        {work.visitOn ? <span>{fill(f.planned, { day: work.visitOn })}</span> : null}
        {light ? <span className={`light light-${light.level}`}>{lightWords(light, words)}</span> : null}
        {work.findings.length > 0 ? <span>{fill(f.findingsOpen, { count: work.findings.length })}</span> : null}
        <StateMark state={state} visits={work.visits} />
      </span>
    </li>
  )
}

/** What stands on this device; where nothing does, what others handed in before. */
export function StateMark({ state, visits }: { state: WorkState; visits: number }) {
  const { f } = useWords()
  const said: Record<WorkState, string> = {
    new: visits > 0 ? fill(f.stateVisited, { count: visits }) : f.stateNew,
    draft: f.stateDraft,
    waiting: f.stateWaiting,
    received: f.stateReceived,
    refused: f.stateRefused,
    conflict: f.stateConflict,
  }
  return <span className={`field-state field-state-${state}`}>{said[state]}</span>
}

/** In the package's own order, works without a group last. */
function groupsOf(works: readonly FieldWork[]): [string, FieldWork[]][] {
  return [...grouped(works)].sort(([a], [b]) => Number(a === '') - Number(b === ''))
}

function grouped(works: readonly FieldWork[]): Map<string, FieldWork[]> {
  const groups = new Map<string, FieldWork[]>()
  for (const work of works) groups.set(work.group ?? '', [...(groups.get(work.group ?? '') ?? []), work])
  return groups
}

function fits({ name, code, town }: FieldWork, wanted: string): boolean {
  const text = wanted.trim().toLowerCase()
  return text === '' || [name, code, town ?? ''].some((part) => part.toLowerCase().includes(text))
}
