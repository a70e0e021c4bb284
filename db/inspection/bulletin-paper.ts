import type { BulletinFacts, Corrected } from '../../domain/bulletin'
import { bulletinPaper, erratumPaper, type Issue } from '../../domain/bulletin-paper'
import { found } from '../../domain/errors'
import type { Paper } from '../../domain/official-document'
import type { BulletinRow } from './bulletin-row'

type Said = Pick<BulletinRow, 'kind' | 'title' | 'texts'> & { facts: BulletinFacts | null; corrects: Corrected | null }

export function paperOf({ kind, title, texts, facts, corrects }: Said, issue: Issue): Paper {
  return kind === 'bulletin' ? bulletinPaper({ title, texts }, found(facts), issue) : erratumPaper({ title, texts }, found(corrects), issue)
}

/** Where its figures were frozen; null while it is a draft. */
export function frozenHead({ headSeq, headHash }: Pick<BulletinRow, 'headSeq' | 'headHash'>): Issue['head'] {
  return headSeq === null || headHash === null ? null : { seq: headSeq, hash: headHash }
}
