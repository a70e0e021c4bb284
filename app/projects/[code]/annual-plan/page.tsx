import type { Metadata } from 'next'
import { annualPlanForm } from '../../../../db/queries/annual-plan-form'
import { organisationChoices } from '../../../../db/queries/organisations'
import { hasRole } from '../../../../domain/actor'
import { readAddress } from '../../../../domain/address'
import { yearOf } from '../../../../domain/calendar'
import { planYearParams } from '../../../../domain/library-params'
import { fill } from '../../../../domain/messages'
import { canWithdraw } from '../../../../domain/policy'
import { Empty } from '../../../_components/empty'
import { Notice } from '../../../_components/notice'
import { PageHead } from '../../../_components/page-head'
import { Panel } from '../../../_components/panel'
import { today } from '../../../_lib/clock'
import { words as messages } from '../../../_lib/locale'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { PlanForm } from './plan-form'
import { PlansTable } from './plans-table'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await messages()).facts.planTitle} ${(await params).code}` }
}

export default async function AnnualPlanPage({ params, searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.facts
  const { code } = await params
  const asked = readAddress(planYearParams, await searchParams)
  const thisYear = yearOf(today())
  const year = asked.params.year ?? thisYear
  const form = reading(() => annualPlanForm(actor, code, year))
  const at = `/projects/${code}`
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, year])].sort()
  return (
    <div className="page">
      <PageHead
        title={words.planTitle}
        lead={<span lang="zh-CN">{form.work.name}</span>}
        crumbs={[{ text: t.nav.projects, href: '/projects' }, { text: code, href: at }, { text: words.planTitle }]}
      >
        <a className="button" href={at}>
          {words.back}
        </a>
      </PageHead>
      {asked.wrong.length > 0 ? <Notice tone="slow">{fill(words.wrong, { names: asked.wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <nav className="chips" aria-label={words.planOther}>
          {years.map((one) => (
            <a key={one} href={`?year=${one}`} className={one === year ? 'chip chip-on' : 'chip'} aria-current={one === year}>
              {one}
            </a>
          ))}
        </nav>
        <Panel title={fill(form.current ? words.planAdjust : words.planForm, { year })} note={words.planLead}>
          <PlanForm
            key={`${year} ${form.plans.length}`}
            form={form}
            year={year}
            units={organisationChoices(actor)}
            isBureau={hasRole(actor, 'bureau')}
            mayWithdraw={form.waiting !== null && canWithdraw(actor, form.waiting)}
            t={t}
          />
        </Panel>
        <Panel title={words.planTable} flush>
          {form.plans.length > 0 ? <PlansTable form={form} t={t} /> : <Empty title={words.planNone}>{words.planNoneHint}</Empty>}
        </Panel>
      </div>
    </div>
  )
}
