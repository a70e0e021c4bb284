import { useState } from 'react'
import { fill } from '../../../domain/fill'
import { dayMinuteOf } from '../device-clock'
import { copyBack, refusedOf } from './copy-back'
import type { Database } from './database'
import type { Held } from './held-outbox'
import type { Person } from './people'
import { go, visitAddress } from './place'
import type { Things } from './use-things'
import { useWords, type Words, Zh } from './words'

type Props = { db: Database; person: Person; things: Things; lock: () => Promise<void> }

/** Item by item what was handed in, what waits and what came back, newest visit first. */
export function OutboxPage({ db, person, things, lock }: Props) {
  const { f } = useWords()
  const visits = [...new Set(things.held.map(({ visit }) => visit))].reverse()
  return (
    <div className="field-stack">
      <h1>{f.outbox}</h1>
      {things.drafts.map(({ draft }) => (
        <p key={draft.id} className="field-line">
          <a href={visitAddress(draft.id)}>{f.goOn}</a> <Zh>{draft.name}</Zh>
        </p>
      ))}
      {visits.length === 0 ? <p>{f.outboxEmpty}</p> : null}
      {visits.map((visit) => (
        <Visit key={visit} visit={visit} db={db} person={person} things={things} />
      ))}
      <p className="hint">{f.keptDays}</p>
      <section className="field-part">
        <p className="hint" id="lock-hint">
          {f.lockWhy}
        </p>
        <button type="button" className="button" onClick={() => void lock()} aria-describedby="lock-hint" data-lock="">
          {f.lockNow}
        </button>
      </section>
    </div>
  )
}

type VisitProps = { visit: string } & Pick<Props, 'db' | 'person' | 'things'>

function Visit({ visit, db, person, things }: VisitProps) {
  const { f } = useWords()
  const [failed, fail] = useState(false)
  const items = things.held.filter((one) => one.visit === visit)
  const refused = refusedOf(things.held, visit).length > 0
  const again = async () => {
    const draft = await copyBack(db, person, things.held, visit, things.packages)
    if (draft) return go(visitAddress(draft.id))
    fail(true)
  }
  return (
    <section className="field-part" data-visit={visit}>
      <h2 lang="zh-CN">{nameOf(items, things)}</h2>
      <ul className="field-list">
        {items.map((held) => (
          <Item key={held.id} held={held} />
        ))}
      </ul>
      {refused ? (
        <>
          <p className="hint">{f.copyBackWhy}</p>
          <button type="button" className="button" onClick={() => void again()}>
            {f.copyBack}
          </button>
        </>
      ) : null}
      {failed ? (
        <p className="said said-late" role="alert">
          {f.copyBackFailed}
        </p>
      ) : null}
    </section>
  )
}

function Item({ held: { id, item, standing, refusal } }: { held: Held }) {
  const { f } = useWords()
  return (
    <li data-item={id} data-state={standing.state}>
      <strong>{f[`kind-${item.kind}`]}</strong> {item.kind === 'finding' ? <Zh>{item.facts.slice(0, 40)}</Zh> : null}
      {item.kind === 'photo' ? <Zh>{item.name}</Zh> : null}{' '}
      <span className={`field-state field-state-${standing.state}`}>{stateWords(standing, f)}</span>
      {refusal ? <span className="wrong"> {refusal.message}</span> : null}
    </li>
  )
}

function stateWords(standing: Held['standing'], f: Words['f']): string {
  if (standing.state === 'received') return fill(f.itemReceived, { time: dayMinuteOf(standing.at) })
  if (standing.state === 'conflict') return fill(f.itemConflict, { time: dayMinuteOf(standing.at) })
  return { device: f.itemDevice, announced: f.itemAnnounced, refused: f.itemRefused }[standing.state]
}

/** The work's name while its package is here, otherwise its code. */
function nameOf(items: readonly Held[], { packages, drafts }: Things): string {
  const began = items.find(({ item }) => item.kind === 'visit-started')?.item
  if (began?.kind !== 'visit-started') return drafts.find(({ draft }) => draft.id === items[0]?.visit)?.draft.name ?? ''
  const work = packages.flatMap(({ works }) => works).find(({ code }) => code === began.code)
  return work ? `${work.name} ${began.code}` : began.code
}
