import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { datedMilestones, milestoneForm } from '../../../../db/queries/milestone-form'
import { hasRole } from '../../../../domain/actor'
import { fill } from '../../../../domain/messages'
import { FormTop } from '../../../_components/form-top'
import { Notice } from '../../../_components/notice'
import { today } from '../../../_lib/clock'
import { minuteWords } from '../../../_lib/instant'
import { reader, words } from '../../../_lib/locale'
import { askedNumber, type Query } from '../../../_lib/query'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { MilestoneForm } from './milestone-form'
import { MilestoneList } from './milestone-list'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await words()).updates.milestoneTitle} ${(await params).code}` }
}

export default async function MilestonePage({ params, searchParams }: Props) {
  const { actor } = await requireViewer()
  const { t } = await reader()
  const { code } = await params
  const id = askedNumber(await searchParams, 'id', 0)
  if (!/^P\d{4,6}$/.test(code)) notFound()
  if (id === 0) {
    const { work, milestones } = reading(() => datedMilestones(actor, code))
    return (
      <div className="page page-narrow">
        <FormTop back={`/projects/${code}`} backText={t.common.back} title={t.updates.milestoneTitle} />
        <MilestoneList work={work} milestones={milestones} today={today()} t={t} />
      </div>
    )
  }
  const form = reading(() => milestoneForm(actor, code, id))
  const open = form.tries.find((row) => row.status === 'submitted')
  const last = form.tries[0]
  return (
    <div className="page page-narrow">
      {open ? (
        <>
          <FormTop back={`/projects/${code}/milestone`} backText={t.common.back} title={form.milestone.name} />
          <Notice>
            {fill(t.updates.waits, { month: form.milestone.name, at: minuteWords(open.submittedAt) })}{' '}
            <a href={`/updates/${open.id}`}>{t.updates.seeOrWithdraw}</a>
          </Notice>
        </>
      ) : (
        <>
          {last?.status === 'returned' ? (
            <Notice tone="late">
              {fill(t.updates.wasReturned, { at: minuteWords(last.decidedAt ?? last.submittedAt), reason: last.decisionReason ?? '—' })}
            </Notice>
          ) : null}
          <MilestoneForm form={form} onBehalf={hasRole(actor, 'bureau')} today={today()} t={t} />
        </>
      )}
    </div>
  )
}
