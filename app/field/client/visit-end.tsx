import { useState } from 'react'
import { fill } from '../../../domain/fill'
import { untouched } from '../visit-checks'
import { coarse, type Position, type VisitDraft } from '../visit-draft'
import { AreaBox, Sure } from './controls'
import type { Database } from './database'
import { go, outboxAddress, worksAddress } from './place'
import type { Change, Writing } from './use-draft'
import type { Lacks } from './use-lacks'
import { idOf } from './visit-figures'
import { discardDraft } from './visits'
import { useWords } from './words'

type Props = { db: Database; writing: Writing; lacks: Lacks }

/** Who was there, what else, where roughly if wanted, and the way out. */
export function VisitEnd({ db, writing, lacks }: Props) {
  const { f } = useWords()
  const { draft, change } = writing
  return (
    <section className="field-part">
      <AreaBox
        id="present"
        label={f.presentNames}
        hint={f.presentHint}
        rows={2}
        maxLength={800}
        value={draft.present}
        type={(present) => change((now) => ({ ...now, present }))}
        wrong={lacks.wrong('present')}
        optional
      />
      <AreaBox
        id="words"
        label={f.otherWords}
        maxLength={2000}
        value={draft.words}
        type={(words) => change((now) => ({ ...now, words }))}
        wrong={lacks.wrong('words')}
        optional
      />
      <Locate draft={draft} change={change} />
      <Finish db={db} writing={writing} lacks={lacks} />
    </section>
  )
}

/** Asked of the device only when the inspector turns it on, and made coarse before it is kept. */
function Locate({ draft, change }: { draft: VisitDraft; change: Change }) {
  const { f } = useWords()
  const [said, say] = useState('')
  const turn = (locate: boolean) => {
    change((now) => ({ ...now, locate, position: locate ? now.position : null }))
    if (!locate) return say('')
    say(f.locating)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        say('')
        change((now) => (now.locate ? { ...now, position: coarse(coords.latitude, coords.longitude) } : now))
      },
      () => say(f.locateFailed),
      { timeout: 20_000, maximumAge: 600_000 },
    )
  }
  return (
    <div className="field">
      <label className="tick">
        <input type="checkbox" checked={draft.locate} onChange={(event) => turn(event.target.checked)} aria-describedby="locate-hint" />
        <span>{f.locate}</span>
      </label>
      <span className="hint" id="locate-hint">
        {f.locateWhy}
      </span>
      <span role="status">{draft.locate && draft.position ? fill(f.located, inWords(draft.position)) : said}</span>
    </div>
  )
}

const inWords = ({ lat, lon }: Position) => ({ lat: lat.toFixed(2), lon: lon.toFixed(2) })

function Finish({ db, writing, lacks }: Props) {
  const { f } = useWords()
  const [asking, ask] = useState<'finish' | 'discard' | null>(null)
  const { draft, finish } = writing
  const look = () => {
    const [first] = lacks.look()
    if (!first) return ask('finish')
    const control = document.getElementById(idOf(first.key)) ?? document.getElementById(`${idOf(first.key)}-met`)
    control?.focus()
  }
  const end = async () => {
    ask(null)
    if (typeof (await finish()) === 'object') go(outboxAddress)
  }
  const throwAway = async () => {
    await discardDraft(db, draft)
    go(worksAddress)
  }
  const left = untouched(draft)
  const sure = left > 0 ? `${fill(f.finishUntouched, { count: left })} ${f.finishSure}` : f.finishSure
  return (
    <>
      {lacks.all.length > 0 ? (
        <p className="said said-late" role="alert">
          {fill(f.lacks, { count: lacks.all.length })} {[...new Set(lacks.all.map(({ code }) => f[code]))].join(' • ')}
        </p>
      ) : null}
      {asking === 'finish' ? <Sure text={sure} yes={f.finishYes} no={f.notYet} onYes={() => void end()} onNo={() => ask(null)} /> : null}
      {asking === 'discard' ? (
        <Sure text={f.discardSure} yes={f.discardYes} no={f.notYet} onYes={() => void throwAway()} onNo={() => ask(null)} late />
      ) : null}
      {asking === null ? (
        <div className="form-end">
          <button type="button" className="button button-main" onClick={look} data-finish="">
            {f.finish}
          </button>
          <button type="button" className="button button-late" onClick={() => ask('discard')}>
            {f.discard}
          </button>
        </div>
      ) : null}
    </>
  )
}
