import type { Metadata } from 'next'
import { carriedWorks, carryAPage, periodList, worksToCarry } from '../../../db/queries/periods'
import { Empty } from '../../_components/empty'
import { PageHead } from '../../_components/page-head'
import { PagerOf } from '../../_components/pager'
import { Panel } from '../../_components/panel'
import { words as messages } from '../../_lib/locale'
import { askedNumber, type Query } from '../../_lib/query'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { EvaluationTabs } from '../tabs'
import { CarryForm } from './carry-form'
import { CarriedPanel, PeriodsPanel } from './periods-panel'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).evaluation.next }
}

type Props = { searchParams: Promise<Query> }

export default async function NextPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.evaluation
  const query = await searchParams
  const page = askedNumber(query, 'page', 1)
  const { periods, mayKeep } = reading(() => periodList(actor))
  const works = reading(() => worksToCarry(actor, page))
  const carriedPage = askedNumber(query, 'carried', 1)
  const carried = reading(() => carriedWorks(actor, carriedPage))
  const open = periods.filter(({ opened }) => opened)
  return (
    <div className="page">
      <PageHead title={words.next} lead={words.nextLead} />
      <EvaluationTabs here="next" t={t} />
      <div className="stack">
        <PeriodsPanel periods={periods} mayKeep={mayKeep} t={t} />
        {carried.total > 0 ? <CarriedPanel {...carried} page={carriedPage} size={carryAPage} t={t} /> : null}
        <Panel title={words.unfinishedTitle} note={String(works.total)} flush>
          {works.total === 0 ? (
            <Empty title={words.unfinishedNone} />
          ) : (
            <>
              <CarryForm rows={works.rows} periods={mayKeep ? open : []} t={t} />
              <PagerOf
                page={page}
                size={carryAPage}
                shown={works.rows.length}
                total={works.total}
                to={(at) => `/evaluation/next?page=${at}`}
                t={t}
              />
            </>
          )}
        </Panel>
      </div>
    </div>
  )
}
