import { useState } from 'react'
import type { FieldPackage, FieldWork } from '../../../domain/field-package'
import type { Database } from './database'
import type { Person } from './people'
import { go, visitAddress, worksAddress } from './place'
import type { Things } from './use-things'
import { startVisit } from './visits'
import { useWords } from './words'
import { WorkFacts } from './work-facts'
import { workStates } from './work-states'
import { StateMark } from './works-page'

type Props = { db: Database; person: Person; things: Things; round: number; code: string }

/** One work as it was taken along, and the way into its visit. */
export function WorkPage({ db, person, things, round, code }: Props) {
  const { f } = useWords()
  const pack = things.packages.find((one) => one.round.id === round)
  const work = pack?.works.find((one) => one.code === code)
  return (
    <div className="field-stack">
      <a href={worksAddress}>‹ {f.works}</a>
      {pack && work ? <Found db={db} person={person} things={things} pack={pack} work={work} /> : <p>{f.noMatch}</p>}
    </div>
  )
}

function Found({ db, person, things, pack, work }: Omit<Props, 'round' | 'code'> & { pack: FieldPackage; work: FieldWork }) {
  const { f } = useWords()
  const [busy, setBusy] = useState(false)
  const state = workStates(pack.round.id, things.held, things.drafts).get(work.code) ?? 'new'
  const start = async () => {
    setBusy(true)
    go(visitAddress((await startVisit(db, person, pack, work)).id))
  }
  return (
    <>
      <h1 lang="zh-CN">{work.name}</h1>
      <p className="field-line">
        <span className="soft">{work.code}</span>
        <StateMark state={state} visits={work.visits} />
      </p>
      {state === 'new' || state === 'draft' ? null : <p className="hint">{f.visitedAlready}</p>}
      <button type="button" className="button button-main" onClick={() => void start()} disabled={busy} data-start="">
        {state === 'draft' ? f.goOn : f.startVisit}
      </button>
      <WorkFacts work={work} />
    </>
  )
}
