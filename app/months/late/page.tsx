import type { Metadata } from 'next'
import { lateList, mostLate } from '../../../db/queries/late-list'
import { addressQuery, readAddress } from '../../../domain/address'
import { addMonths } from '../../../domain/calendar'
import { dueMonth } from '../../../domain/duty'
import { allReminders } from '../../../domain/late-list'
import { fill } from '../../../domain/messages'
import { lateParams } from '../../../domain/months-params'
import { CopyButton } from '../../_components/copy-button'
import { Empty } from '../../_components/empty'
import { ExportLinks } from '../../_components/export-links'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { PrintButton } from '../../_components/print-button'
import { today } from '../../_lib/clock'
import { dayWords, monthWords, reader } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { UnitPanel } from './unit-panel'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await reader()).t.months.lateTitle }
}

export default async function LatePage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const { locale, t } = await reader()
  const words = t.months
  const { params, wrong } = readAddress(lateParams, await searchParams)
  const month = params.month ?? dueMonth(today())
  const list = reading(() => lateList(actor, month, today()))
  const all = allReminders(list.units, month, list.dueOn, today())
  const [none, hint] = list.source === null ? [words.lateUnknown, words.lateUnknownHint] : [words.lateNone, words.lateNoneHint]
  return (
    <div className="page">
      <PageHead
        title={words.lateTitle}
        lead={fill(words.lateLead, { month: monthWords(month, locale), due: dayWords(list.dueOn, locale) })}
        crumbs={[
          { text: words.title, href: `/months?year=${month.slice(0, 4)}` },
          { text: month, href: `/months/${month}` },
          { text: words.lateLink },
        ]}
      >
        <a className="button" href={`/months/late?month=${addMonths(month, -1)}`}>
          ‹ {addMonths(month, -1)}
        </a>
        <ExportLinks path="/months/late" query={addressQuery({ month })} title={words.lateTitle} t={t} />
        <PrintButton label={t.common.print} />
        {all ? (
          <CopyButton text={all} label={words.lateCopyAll} copied={words.copied} failed={words.copyFailed} className="button button-main" />
        ) : null}
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(t.facts.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      {list.source === 'locked' ? <Notice>{words.lateLocked}</Notice> : null}
      {list.source === 'computed' ? <Notice tone="slow">{words.lateComputed}</Notice> : null}
      {list.more ? <Notice tone="slow">{fill(words.lateMore, { most: mostLate })}</Notice> : null}
      <div className="stack">
        {list.units.length === 0 ? (
          <section className="panel">
            <Empty title={none}>{hint}</Empty>
          </section>
        ) : (
          list.units.map((unit) => (
            <UnitPanel
              key={unit.unit ?? ''}
              unit={unit}
              month={month}
              dueOn={list.dueOn}
              today={today()}
              bureau={actor.role === 'bureau'}
              t={t}
            />
          ))
        )}
      </div>
    </div>
  )
}
