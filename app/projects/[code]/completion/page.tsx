import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { completionForm } from '../../../../db/queries/milestone-form'
import { hasRole } from '../../../../domain/actor'
import { fill } from '../../../../domain/messages'
import { FormTop } from '../../../_components/form-top'
import { Notice } from '../../../_components/notice'
import { today } from '../../../_lib/clock'
import { minuteWords } from '../../../_lib/instant'
import { reader, words } from '../../../_lib/locale'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { CompletionForm } from './completion-form'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await words()).updates.completionTitle} ${(await params).code}` }
}

export default async function CompletionPage({ params }: Props) {
  const { actor } = await requireViewer()
  const { locale, t } = await reader()
  const { code } = await params
  if (!/^P\d{4,6}$/.test(code)) notFound()
  const form = reading(() => completionForm(actor, code))
  const open = form.tries.find((row) => row.status === 'submitted')
  const last = form.tries[0]
  const closed = open !== undefined || form.work.stage === 'withdrawn'
  return (
    <div className="page page-narrow">
      {closed ? <FormTop back={`/projects/${code}`} backText={t.common.back} title={t.updates.completionTitle} /> : null}
      {form.work.stage === 'withdrawn' ? <Notice>{t.errors['withdrawn-work']}</Notice> : null}
      {open ? (
        <Notice>
          {fill(t.updates.waits, { month: t.updates.completionTitle, at: minuteWords(open.submittedAt) })}{' '}
          <a href={`/updates/${open.id}`}>{t.updates.seeOrWithdraw}</a>
        </Notice>
      ) : null}
      {!open && last?.status === 'returned' ? (
        <Notice tone="late">
          {fill(t.updates.wasReturned, { at: minuteWords(last.decidedAt ?? last.submittedAt), reason: last.decisionReason ?? '—' })}
        </Notice>
      ) : null}
      {closed ? null : <CompletionForm form={form} onBehalf={hasRole(actor, 'bureau')} today={today()} locale={locale} t={t} />}
    </div>
  )
}
