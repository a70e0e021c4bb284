import type { Metadata } from 'next'
import type { Actor } from '../../../domain/actor'
import { monthOf, quarterOf } from '../../../domain/calendar'
import { allow } from '../../../domain/errors'
import { roundKinds } from '../../../domain/inspection'
import { fill } from '../../../domain/messages'
import { canKeepRounds } from '../../../domain/policy'
import { announcements } from '../../../domain/round-input'
import { ActionForm, Choice, DayField, Submit, TextField } from '../../_components/form'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { create } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).rounds.new }
}

export default async function NewRoundPage() {
  const { actor } = await requireViewer()
  const t = await messages()
  reading(() => mayMake(actor))
  const words = t.rounds
  const quarter = quarterOf(monthOf(today()))
  const kinds = roundKinds.map((value) => ({ value, text: t.labels.roundKinds[value] }))
  const ways = announcements.map((value) => ({ value, text: words[value] }))
  const title = `${quarter.slice(0, 4)}年第${'一二三四'[Number(quarter.slice(5)) - 1]}季度重大项目督查`
  return (
    <div className="page page-narrow">
      <PageHead title={words.new} lead={words.newLead} crumbs={[{ text: words.title, href: '/inspections' }, { text: words.new }]} />
      <Panel>
        <ActionForm action={create}>
          <Choice name="kind" label={words.kind} options={kinds} defaultValue="quarterly" />
          <TextField
            name="quarter"
            label={words.quarter}
            hint={fill(words.quarterHint, { example: quarter })}
            maxLength={6}
            defaultValue={quarter}
          />
          <TextField name="title" label={words.titleField} hint={words.titleHint} maxLength={60} defaultValue={title} />
          <Choice
            name="announcement"
            label={words.announcement}
            hint={words.announcementHint}
            options={ways}
            defaultValue={announcements[0]}
          />
          <div className="form-row">
            <DayField name="fromDay" label={words.fromDay} optional />
            <DayField name="toDay" label={words.toDay} optional />
          </div>
          <div className="form-end form-end-fixed">
            <Submit>{words.create}</Submit>
          </div>
        </ActionForm>
      </Panel>
    </div>
  )
}

function mayMake(actor: Actor): void {
  allow(canKeepRounds(actor))
}
