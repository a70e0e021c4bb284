import { useCallback, useEffect, useRef, useState } from 'react'
import type { VisitDraft } from '../visit-draft'
import type { Database } from './database'
import { DraftKeeper, type Keeping } from './draft-keeping'
import type { Person } from './people'
import type { Draft, Saved } from './visits'

export type Change = (next: (draft: VisitDraft) => VisitDraft) => void
export type Writing = {
  draft: VisitDraft
  keeping: Keeping
  change: Change
  useOther: () => void
  keepMine: () => void
  finish: () => Promise<Saved>
}

/** One visit being filled in. What another tab writes is taken over as long as nothing of this tab's own is at stake. */
export function useDraft(db: Database, person: Person, kept: Draft): Writing {
  const [draft, setDraft] = useState(kept.draft)
  const [keeping, say] = useState<Keeping>('kept')
  const newest = useRef(kept)
  newest.current = kept
  const shown = useRef(draft)
  const keeper = useRef<DraftKeeper | null>(null)
  keeper.current ??= new DraftKeeper(db, person, kept.draft, kept.rev, say)

  const show = useCallback((next: VisitDraft) => {
    shown.current = next
    setDraft(next)
  }, [])
  const takeOver = useCallback(() => {
    keeper.current = new DraftKeeper(db, person, newest.current.draft, newest.current.rev, say)
    show(newest.current.draft)
    say('kept')
  }, [db, person, show])
  useEffect(() => {
    if (keeper.current?.safe && keeper.current.behind(kept.rev)) takeOver()
  }, [kept.rev, takeOver])
  useEffect(() => warnWhileUnsafe(() => keeper.current?.safe ?? true), [])

  const change: Change = (next) => {
    show(next(shown.current))
    keeper.current?.change(shown.current)
  }
  return {
    draft,
    keeping,
    change,
    useOther: takeOver,
    keepMine: () => keeper.current?.insist(newest.current.rev),
    finish: () => keeper.current?.finish() ?? Promise.resolve('gone'),
  }
}

/** The browser's own question, only while something is on the screen and not on the device. */
function warnWhileUnsafe(safe: () => boolean): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (!safe()) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
