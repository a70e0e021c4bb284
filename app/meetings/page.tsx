import type { Metadata } from 'next'
import { meetingList } from '../../db/queries/meetings'
import { addressQuery, readAddress } from '../../domain/address'
import { meetingKinds } from '../../domain/meeting'
import { meetingParams, meetingsAPage } from '../../domain/meeting-params'
import { fill } from '../../domain/messages'
import { canKeepMeetings } from '../../domain/policy'
import { Chip, Chips } from '../_components/chip'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { today } from '../_lib/clock'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { CallForm } from './call-form'
import { MeetingsTable } from './meetings-table'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).desk.meetings.title }
}

export default async function MeetingsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.desk.meetings
  const { params, wrong } = readAddress(meetingParams, await searchParams)
  const { kind, page = 1 } = params
  const { rows, total } = reading(() => meetingList(actor, kind, page))
  return (
    <div className="page">
      <PageHead title={words.title} lead={words.lead}>
        <ExportLinks path="/meetings" query={addressQuery({ kind })} title={words.title} t={t} />
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(t.facts.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <Chips>
          {meetingKinds.map((name) => (
            <Chip key={name} href={`/meetings${addressQuery({ kind: kind === name ? null : name })}`} on={kind === name} t={t}>
              {words.kinds[name]}
            </Chip>
          ))}
        </Chips>
        <section className="panel">
          {rows.length > 0 ? <MeetingsTable rows={rows} t={t} /> : <Empty title={words.none}>{words.noneHint}</Empty>}
        </section>
        {total > 0 ? (
          <PagerOf
            page={page}
            size={meetingsAPage}
            shown={rows.length}
            total={total}
            to={(page) => `/meetings${addressQuery({ kind, page })}`}
            t={t}
          />
        ) : null}
        {canKeepMeetings(actor) ? <CallForm today={today()} t={t} /> : null}
      </div>
    </div>
  )
}
