import { eq } from 'drizzle-orm'
import { found, refuse } from '../../domain/errors'
import type { PlanChain } from '../../domain/plan'
import type { PublishedOutput } from '../../domain/published-output'
import { house } from '../client'
import { keptPart } from '../document-keep'
import { type PublishedMonth, publishedMonths } from '../locks/published-months'
import { publishedOutput } from '../locks/published-outputs'
import { bulletins, dispatches, documents } from '../schema'
import { targetYear } from './chains'
import { keptAnswer } from './kept'
import { maskedQuote } from './mask'
import { planChains } from './plan'
import { isPublic, type Paper, publicBulletins, publicDispatches } from './publications'
import { settingsNow } from './settings'

export type PublicChain = { chain: PlanChain; year: number; published: PublishedOutput | null }
export type PublicPage = {
  publisher: string
  chains: PublicChain[]
  months: PublishedMonth[]
  papers: Record<PublicSubject, Paper[]>
}
export type PublicSubject = 'bulletin' | 'dispatch'

/** What everybody may read, once the bureau has switched it on; nothing of single works and single firms is in it. */
export function publicPage(): PublicPage {
  const { publicPage: on, publisher } = settingsNow()
  if (!on) refuse('not-found')
  const year = targetYear()
  return keptAnswer(`public page ${publisher}`, () => ({
    publisher,
    chains: planChains().map((chain) => ({ chain: quoted(chain), year, published: publishedOutput(chain.id, year) })),
    months: publishedMonths(),
    papers: { bulletin: publicBulletins(), dispatch: publicDispatches() },
  }))
}

const quoted = (chain: PlanChain): PlanChain => ({ ...chain, clause: { ...chain.clause, quote: maskedQuote(chain.clause.quote) } })

export type PublicFile = { name: string; kept: { bytes: Uint8Array; sha256: string } | null }

/** The kept bytes of an issued paper that is marked public; `kept` is null when they are not what was issued any more. */
export function publicFile(subject: PublicSubject, id: number, part: 'word' | 'page'): PublicFile {
  const open = house()
  if (!settingsNow().publicPage || !isPublic(subject, id)) refuse('not-found')
  const table = subject === 'bulletin' ? bulletins : dispatches
  const row = open.orm.select({ documentId: table.documentId, state: table.state }).from(table).where(eq(table.id, id)).get()
  if (row?.state !== 'issued' || row.documentId === null) refuse('not-found')
  const kept = found(
    open.orm
      .select()
      .from(documents)
      .where(eq(documents.id, found(row).documentId ?? 0))
      .get(),
  )
  return { name: `${kept.number} ${kept.title}`, kept: keptPart(open, kept, part) }
}
