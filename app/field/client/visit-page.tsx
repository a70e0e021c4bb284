import { fill } from '../../../domain/fill'
import { minuteOf } from '../device-clock'
import type { Database } from './database'
import type { Keeping } from './draft-keeping'
import type { Person } from './people'
import { workAddress, worksAddress } from './place'
import { useDraft, type Writing } from './use-draft'
import { useLacks } from './use-lacks'
import type { Things } from './use-things'
import { VisitEnd } from './visit-end'
import { VisitFigures } from './visit-figures'
import { VisitFindings } from './visit-findings'
import { VisitPhotos } from './visit-photos'
import { VisitRating } from './visit-rating'
import type { Draft } from './visits'
import { useWords } from './words'

type Props = { db: Database; person: Person; id: string; things: Things }

export function VisitPage({ db, person, id, things }: Props) {
  const { f } = useWords()
  const kept = things.drafts.find(({ draft }) => draft.id === id)
  if (kept) return <Form db={db} person={person} kept={kept} littleMb={things.littleMb} />
  return (
    <div className="field-stack">
      <a href={worksAddress}>‹ {f.works}</a>
      <p className="said said-slow">{f.goneElsewhere}</p>
    </div>
  )
}

type FormProps = { db: Database; person: Person; kept: Draft; littleMb: number | null }

/** Everything seen at one site, on one page, from arriving to leaving. */
function Form({ db, person, kept, littleMb }: FormProps) {
  const { f } = useWords()
  const writing = useDraft(db, person, kept)
  const lacks = useLacks(writing.draft)
  const { draft } = writing
  const parts = { draft, change: writing.change, wrong: lacks.wrong }
  return (
    <div className="field-stack">
      <a href={workAddress(draft.round, draft.code)}>‹ {f.back}</a>
      <h1>
        {f.visitOf}
        <small lang="zh-CN">{draft.name}</small>
      </h1>
      <p className="field-line">
        <span>{fill(f.timeIn, { time: minuteOf(new Date(Date.parse(draft.startedAt) + (draft.offsetMs ?? 0)).toISOString()) })}</span>
        <KeptMark keeping={writing.keeping} />
      </p>
      <Trouble writing={writing} />
      {littleMb === null ? null : <p className="said said-slow">{fill(f.littleRoom, { mb: littleMb })}</p>}
      <VisitFigures {...parts} />
      {draft.mayRate ? <VisitRating {...parts} /> : null}
      {draft.mayRate ? <VisitFindings {...parts} db={db} person={person} /> : null}
      <VisitPhotos {...parts} db={db} person={person} />
      <VisitEnd db={db} writing={writing} lacks={lacks} />
    </div>
  )
}

function KeptMark({ keeping }: { keeping: Keeping }) {
  const { f } = useWords()
  const said = keeping === 'saving' ? f.saving : keeping === 'kept' ? `✓ ${f.savedOnDevice}` : ''
  return (
    <span className="soft" data-keeping={keeping}>
      {said}
    </span>
  )
}

/** Said before anything typed can be lost: it is still here, and what to do. */
function Trouble({ writing: { keeping, useOther, keepMine } }: { writing: Writing }) {
  const { f } = useWords()
  if (keeping === 'kept' || keeping === 'saving') return null
  const said = { full: f.notSavedFull, failed: f.notSaved, elsewhere: f.elsewhere, gone: f.goneElsewhere }[keeping]
  return (
    <div className="said said-late field-trouble" role="alert">
      <p>{said}</p>
      {keeping === 'elsewhere' ? (
        <div className="form-end">
          <button type="button" className="button" onClick={useOther}>
            {f.useOther}
          </button>
          <button type="button" className="button" onClick={keepMine}>
            {f.keepMine}
          </button>
        </div>
      ) : null}
    </div>
  )
}
