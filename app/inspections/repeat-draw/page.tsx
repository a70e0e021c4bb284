import type { Metadata } from 'next'
import type { Actor } from '../../../domain/actor'
import { allow } from '../../../domain/errors'
import { canListRounds } from '../../../domain/policy'
import { PageHead } from '../../_components/page-head'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { repeat } from './actions'
import { RepeatForm } from './repeat-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).rounds.repeat.title }
}

export default async function RepeatDrawPage() {
  const { actor } = await requireViewer()
  const t = await messages()
  reading(() => mayRepeat(actor))
  const words = t.rounds.repeat
  return (
    <div className="page">
      <PageHead title={words.title} lead={words.lead} crumbs={[{ text: t.rounds.title, href: '/inspections' }, { text: words.title }]} />
      <RepeatForm repeat={repeat} words={{ ...words, problems: t.rounds.drawProblems }} />
    </div>
  )
}

function mayRepeat(actor: Actor): void {
  allow(canListRounds(actor))
}
