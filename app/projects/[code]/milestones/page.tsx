import type { Metadata } from 'next'
import { milestonePlan, type PlannedMilestone } from '../../../../db/queries/milestone-plan'
import { milestoneWords } from '../../../../db/queries/milestone-templates'
import type { Locale } from '../../../../domain/messages'
import { canEditLibrary } from '../../../../domain/policy'
import { Empty } from '../../../_components/empty'
import { MilestoneLine } from '../../../_components/milestone-line'
import { PageHead } from '../../../_components/page-head'
import { Panel } from '../../../_components/panel'
import { today } from '../../../_lib/clock'
import { reader } from '../../../_lib/locale'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { AddPanel } from './add-panel'
import { DateHistory } from './date-history'
import { DatesPanel } from './dates-panel'
import { FirstDates } from './first-dates'
import type { ShownMilestone } from './view'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await reader()).t.milestones.title} ${(await params).code}` }
}

export default async function MilestoneDatesPage({ params }: Props) {
  const { actor } = await requireViewer()
  const { locale, t } = await reader()
  const words = t.milestones
  const { code } = await params
  const plan = reading(() => milestonePlan(actor, code))
  const milestones = plan.milestones.map((milestone) => shown(milestone, locale))
  const view = { actor, work: plan.work, people: plan.people, milestones, today: today(), t }
  const edits = canEditLibrary(actor) && plan.work.stage !== 'withdrawn'
  const at = `/projects/${code}`
  return (
    <div className="page">
      <PageHead
        title={words.title}
        lead={
          <>
            <span lang="zh-CN">{plan.work.name}</span> · {words.lead}
          </>
        }
        crumbs={[{ text: t.nav.projects, href: '/projects' }, { text: code, href: at }, { text: words.title }]}
      >
        {edits ? (
          <a className="button" href={`/milestones?q=${code}`}>
            {words.layTitle}
          </a>
        ) : null}
        {milestones.some((milestone) => milestone.baselineOn !== null) ? (
          <a className="button" href={`${at}/milestone`}>
            {words.report}
          </a>
        ) : null}
        <a className="button" href={at}>
          {t.facts.back}
        </a>
      </PageHead>
      <div className="stack">
        <Panel flush={milestones.length === 0}>
          {milestones.length > 0 ? (
            <MilestoneLine milestones={milestones.map((one) => ({ ...one, name: one.words.name }))} today={view.today} t={t} />
          ) : (
            <Empty title={words.none}>{edits ? words.noneBureau : words.noneHint}</Empty>
          )}
        </Panel>
        {plan.work.stage === 'withdrawn' ? null : <FirstDates {...view} />}
        <DatesPanel {...view} />
        <DateHistory {...view} />
        {edits ? <AddPanel code={code} t={t} /> : null}
      </div>
    </div>
  )
}

/** The words of a template in the reader's language; a milestone of the work's own stays as it was written. */
function shown(milestone: PlannedMilestone, locale: Locale): ShownMilestone {
  const template = locale === 'en' ? milestoneWords(milestone.templateKey) : null
  const { name, definition, proof } = milestone
  const words = template
    ? { name: template.name.en, definition: template.definition.en, proof: template.proof.en }
    : { name, definition, proof }
  return { ...milestone, words }
}
