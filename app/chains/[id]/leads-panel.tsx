import type { ChainLead } from '../../../db/queries/register-leads'
import type { Messages } from '../../../domain/messages'
import { leadName, leadSpan } from '../../_components/chain-lead'
import { Panel } from '../../_components/panel'

type Props = { leads: readonly ChainLead[]; keeps: boolean; t: Messages }

/** 链长 now and before, each from a day. */
export function LeadsPanel({ leads, keeps, t }: Props) {
  const words = t.registers
  const now = leads.find(({ toDay }) => toDay === null)
  return (
    <Panel title={words.leadsPanel} id="leads" aside={keeps ? <a href="/registers/leads">{words.setLead}</a> : null}>
      {now ? null : <p className="soft">{words.leadNone}</p>}
      {leads.map((lead) => (
        <p key={lead.id} className={lead.toDay === null ? undefined : 'soft'}>
          <span lang="zh-CN">{leadName(lead, t)}</span> <span className="soft small">{leadSpan(lead, t)}</span>
        </p>
      ))}
    </Panel>
  )
}
