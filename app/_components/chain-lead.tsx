import type { ChainLead } from '../../db/queries/register-leads'
import { fill, type Messages } from '../../domain/messages'

/** 张某（副县长） */
export const leadName = ({ person, post }: Pick<ChainLead, 'person' | 'post'>, t: Messages): string =>
  post ? fill(t.registers.leadWithPost, { name: person, post }) : person

export const leadSpan = ({ fromDay, toDay }: ChainLead, t: Messages): string =>
  toDay === null ? fill(t.registers.since, { day: fromDay }) : fill(t.registers.span, { from: fromDay, to: toDay })

/** Under the name of a chain; nothing where nobody leads it yet. */
export function LeadLine({ lead, t }: { lead: ChainLead | null; t: Messages }) {
  if (lead === null) return null
  return (
    <span className="soft small block" lang="zh-CN">
      {fill(t.registers.leadLine, { name: leadName(lead, t) })}
    </span>
  )
}
