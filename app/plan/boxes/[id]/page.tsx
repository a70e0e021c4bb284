import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { planBox, planProjects, register } from '../../../../db/queries/plan'
import { fill, type Messages } from '../../../../domain/messages'
import type { PlanBox, PlanItem } from '../../../../domain/plan'
import { contradictionsOf, linesOfBox } from '../../../../domain/plan-mentions'
import { statedInvestment, worksOf } from '../../../../domain/plan-totals'
import { ClauseQuote } from '../../../_components/clause'
import { PageHead } from '../../../_components/page-head'
import { Panel } from '../../../_components/panel'
import { words } from '../../../_lib/locale'
import { InvestmentSums } from '../../investment-sums'
import { PlanNav } from '../../plan-nav'
import { RegisterTable } from '../../register-table'
import { Chinese } from '../../words'
import { ItemsTable } from './items-table'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  return { title: fill((await words()).plan.box, { id }) }
}

export default async function BoxPage({ params }: Props) {
  const t = await words()
  const box = planBox((await params).id)
  if (!box) notFound()
  const projectOf = new Map(planProjects().flatMap(({ code, items }) => items.map((item): [string, string] => [item, code])))
  const contradictions = contradictionsOf({ register: register() }, linesOfBox(box))
  const works = worksOf(box.items)
  return (
    <div className="page">
      <PageHead
        crumbs={[{ text: t.plan.title, href: '/plan' }, { text: fill(t.plan.box, { id: box.id }) }]}
        title={<Chinese>{box.title}</Chinese>}
        lead={`${t.labels.sectors[box.sector]} · ${lead(box, t)}`}
      />
      <PlanNav here="boxes" t={t} />
      <div className="stack max-[899px]:[&_td:empty]:hidden [&_.code]:w-24 [&_td]:align-top">
        {classesOf(box.items).map(([name, items]) => (
          <Panel key={name ?? ''} title={name === null ? null : <Chinese>{name}</Chinese>} flush>
            <ItemsTable box={box} items={items} projectOf={projectOf} t={t} />
          </Panel>
        ))}
        <Panel>
          <ClauseQuote line={box.clause.line} quote={box.clause.quote} box={box.id} t={t} />
          {statedInvestment(works).total.yuan === null ? null : (
            <p className="mt-3">
              <InvestmentSums works={works} t={t} />
            </p>
          )}
        </Panel>
        {contradictions.length === 0 ? null : (
          <Panel title={t.plan.boxContradictions} note={String(contradictions.length)} flush>
            <RegisterTable entries={contradictions} t={t} />
          </Panel>
        )}
      </div>
    </div>
  )
}

function lead({ items }: PlanBox, t: Messages): string {
  const works = worksOf(items)
  if (works.length === 0) return fill(t.plan.boxReadOnly, { items: items.length })
  return fill(t.plan.boxLead, { items: items.length, works: works.length, known: statedInvestment(works).total.known })
}

/** Items by class, in the order of the text. */
function classesOf(items: readonly PlanItem[]): [string | null, PlanItem[]][] {
  const names = [...new Set(items.map((item) => item.class))]
  return names.map((name) => [name, items.filter((item) => item.class === name)])
}
