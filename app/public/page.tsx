import type { Metadata } from 'next'
import { connection } from 'next/server'
import { publicPage } from '../../db/queries/public'
import { fill } from '../../domain/messages'
import { PageHead } from '../_components/page-head'
import { Panel } from '../_components/panel'
import { PrintButton } from '../_components/print-button'
import { reader, words } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { PublicChains } from './chains-table'
import { PublicMonths } from './months-table'
import { PublicPapers } from './papers'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).open.page.title }
}

/** For everybody, signed in or not; not there at all while the bureau has not switched it on. */
export default async function PublicPage() {
  await connection()
  const { publisher, chains, months, papers } = reading(publicPage)
  const { locale, t } = await reader()
  const words = t.open.page
  return (
    <div className="page">
      <PageHead title={words.title} lead={fill(words.lead, { publisher })}>
        <PrintButton label={t.common.print} />
      </PageHead>
      <div className="stack">
        <Panel title={fill(words.chains, { year: chains[0]?.year ?? '' })} note={words.chainsNote} flush>
          <PublicChains rows={chains} locale={locale} t={t} />
        </Panel>
        <Panel title={words.months} note={words.monthsNote} flush>
          <PublicMonths rows={months} locale={locale} t={t} />
        </Panel>
        <Panel title={words.papers}>
          <PublicPapers papers={papers} locale={locale} t={t} />
        </Panel>
        <Panel title={words.where}>
          <ul className="grid gap-2 list-disc pl-5">
            {words.whereWords.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  )
}
