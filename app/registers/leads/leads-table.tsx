import type { ChainLead, LedChain } from '../../../db/queries/register-leads'
import type { Day } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import { leadName, leadSpan } from '../../_components/chain-lead'
import { ActionForm, DayField, Hidden, Submit, TextField } from '../../_components/form'
import { Unknown } from '../../_components/money'
import { SheetButton } from '../../_components/sheet-button'
import { Version } from '../../_components/stale'
import { type Column, Table } from '../../_components/table'
import { setLead } from './actions'

type Props = { rows: readonly LedChain[]; today: Day; t: Messages }

/** A chain a row: who leads it, since when, and who did before. */
export function LeadsTable({ rows, today, t }: Props) {
  return <Table caption={t.registers.leads} columns={columnsOf(rows, today, t)} rows={rows} keyOf={({ id }) => id} />
}

function columnsOf(rows: readonly LedChain[], today: Day, t: Messages): Column<LedChain>[] {
  const words = t.registers
  const act: Column<LedChain> = { key: 'act', head: '', card: 'full', cell: (row) => <Change row={row} today={today} t={t} /> }
  return [
    {
      key: 'chain',
      head: words.chain,
      card: 'title',
      cell: ({ id, name }) => (
        <a href={`/chains/${id}`} lang="zh-CN">
          {name}
        </a>
      ),
    },
    { key: 'lead', head: words.lead, cell: ({ now }) => (now ? <span lang="zh-CN">{leadName(now, t)}</span> : nobody(t)) },
    { key: 'since', head: words.fromDay, cell: ({ now }) => now?.fromDay ?? nobody(t) },
    { key: 'earlier', head: words.earlier, cell: ({ earlier }) => <Earlier leads={earlier} t={t} /> },
    ...(rows.some(({ mayChange }) => mayChange) ? [act] : []),
  ]
}

const nobody = (t: Messages) => <Unknown why={t.registers.leadNone} />

function Earlier({ leads, t }: { leads: readonly ChainLead[]; t: Messages }) {
  if (leads.length === 0) return <Unknown why={t.registers.earlierNone} />
  return leads.map((lead) => (
    <span key={lead.id} className="soft small block">
      <span lang="zh-CN">{leadName(lead, t)}</span> {leadSpan(lead, t)}
    </span>
  ))
}

function Change({ row: { id, name, now }, today, t }: { row: LedChain; today: Day; t: Messages }) {
  const words = t.registers
  const title = fill(words.setLeadOf, { chain: name })
  const fields = [
    { name: 'person', label: words.person },
    { name: 'post', label: words.post },
  ]
  return (
    <SheetButton text={words.setLead} title={title} t={t}>
      <ActionForm action={setLead} className="form mt-2" aria-label={title}>
        <Hidden name="chain" value={id} />
        <Version version={now?.id ?? 0} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} fields={fields} />
        <div className="form-row">
          <TextField
            name="person"
            label={words.person}
            hint={words.personHint}
            optional
            maxLength={40}
            autoComplete="off"
            defaultValue={now?.person}
          />
          <TextField
            name="post"
            label={words.post}
            hint={words.postHint}
            optional
            maxLength={80}
            autoComplete="off"
            defaultValue={now?.post}
          />
        </div>
        <DayField name="fromDay" label={words.fromDay} defaultValue={today} min={now?.fromDay} max={today} />
        <div className="form-end">
          <Submit look="plain">{words.setLead}</Submit>
        </div>
      </ActionForm>
    </SheetButton>
  )
}
