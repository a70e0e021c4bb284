import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { organisationChoices } from '../../../../db/queries/organisations'
import { monthlyForm } from '../../../../db/queries/update-form'
import { hasRole } from '../../../../domain/actor'
import { isMonth, monthOf } from '../../../../domain/calendar'
import { dueMonth } from '../../../../domain/duty'
import { fill } from '../../../../domain/messages'
import { Notice } from '../../../_components/notice'
import { today } from '../../../_lib/clock'
import { monthWords, reader } from '../../../_lib/locale'
import { asked, type Query } from '../../../_lib/query'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { MonthChooser } from './month-chooser'
import { MonthStands } from './month-stands'
import { UpdateForm } from './update-form'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await reader()
  return { title: `${t.labels.updateKinds.monthly} ${(await params).code}` }
}

export default async function UpdatePage({ params, searchParams }: Props) {
  const { actor } = await requireViewer()
  const { locale, t } = await reader()
  const { code } = await params
  if (!/^P\d{4,6}$/.test(code)) notFound()
  const query = await searchParams
  const typed = asked(query, 'period', 10)
  const wanted = typed ?? dueMonth(today())
  const period = isMonth(wanted) ? wanted : dueMonth(today())
  const form = reading(() => monthlyForm(actor, code, period, today()))
  const outside = period > monthOf(today()) || period < form.facts.periodStart
  const correcting = asked(query, 'revise') === '1'
  const open = !outside && form.work.stage !== 'withdrawn' && !form.tries.some((row) => row.status === 'submitted')
  const approved = form.tries.some((row) => row.current)
  return (
    <div className="page page-narrow">
      {typed !== null && !isMonth(typed) ? <Notice tone="slow">{t.updates.wrongPeriod}</Notice> : null}
      {outside ? (
        <Notice tone="slow">
          {period > monthOf(today())
            ? t.errors['in-the-future']
            : fill(t.errors['before-period'], { month: monthWords(form.facts.periodStart, locale) })}
        </Notice>
      ) : null}
      <MonthStands form={form} correcting={correcting} locale={locale} t={t} />
      {open && (!approved || correcting) ? (
        <UpdateForm
          form={form}
          units={organisationChoices(actor).filter((unit) => unit.kind !== 'company' || !hasRole(actor, 'owner'))}
          onBehalf={hasRole(actor, 'bureau')}
          correcting={approved}
          today={today()}
          locale={locale}
          t={t}
        />
      ) : null}
      <MonthChooser form={form} locale={locale} t={t} />
    </div>
  )
}
