import type { Metadata } from 'next'
import { unitFacts, unitsAPage } from '../../../db/queries/unit-facts'
import { yearOf } from '../../../domain/calendar'
import { fill } from '../../../domain/messages'
import { Empty } from '../../_components/empty'
import { ExportLinks } from '../../_components/export-links'
import { PageHead } from '../../_components/page-head'
import { PagerOf } from '../../_components/pager'
import { Panel } from '../../_components/panel'
import { PrintButton } from '../../_components/print-button'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { askedNumber, type Query } from '../../_lib/query'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { EvaluationTabs } from '../tabs'
import { UnitsTable } from './units-table'
import { firstYear, shownYear } from './years'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).evaluation.units }
}

type Props = { searchParams: Promise<Query> }

export default async function UnitsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.evaluation
  const query = await searchParams
  const day = today()
  const now = yearOf(day)
  const year = shownYear(askedNumber(query, 'year', now), now)
  const page = askedNumber(query, 'page', 1)
  const { rows, total } = reading(() => unitFacts(actor, year, page, day))
  const years = Array.from({ length: now - firstYear + 1 }, (_, at) => now - at)
  return (
    <div className="page">
      <PageHead title={words.units} lead={words.unitsLead}>
        <ExportLinks path="/evaluation/units" query={`?year=${year}`} title={fill(words.unitsCaption, { year })} t={t} />
        <PrintButton label={t.common.print} />
      </PageHead>
      <EvaluationTabs here="units" t={t} />
      <nav className="chips mb-4.5" aria-label={words.year}>
        {years.map((each) => (
          <a
            key={each}
            href={`/evaluation/units?year=${each}`}
            className={each === year ? 'chip chip-on' : 'chip'}
            aria-current={each === year ? 'page' : undefined}
          >
            {fill(words.yearOf, { year: each })}
          </a>
        ))}
      </nav>
      <Panel title={fill(words.unitsCaption, { year })} flush>
        {rows.length === 0 ? <Empty title={words.unitsNone} /> : <UnitsTable rows={rows} year={year} t={t} />}
        <PagerOf
          page={page}
          size={unitsAPage}
          shown={rows.length}
          total={total}
          to={(at) => `/evaluation/units?year=${year}&page=${at}`}
          t={t}
        />
      </Panel>
    </div>
  )
}
