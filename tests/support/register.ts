import { eq } from 'drizzle-orm'
import { orm } from '../../db/client'
import { recordApplication } from '../../db/commands/registers'
import { recordPolicyBid } from '../../db/commands/registers-bids'
import { setChainLead } from '../../db/commands/registers-leads'
import { listApplications, policyBids } from '../../db/schema'
import { chainLeadInput } from '../../domain/chain-lead'
import { newApplication } from '../../domain/list-application'
import { newPolicyBid } from '../../domain/policy-bid'
import { ctxOf, type TestHouse } from './house'
import { typed } from './typed'

/** Entries of the registers as the bureau types them. */
type Fields = Record<string, string>
export const applicationFields = {
  ...{ level: 'province', listName: '省重点建设项目', year: '2025', submittedOn: '2025-03-01', documentNo: '东发改〔2025〕3号' },
  result: 'pending',
}
export const acceptedFields = { result: 'accepted', resultOn: '2025-06-01', resultDocument: '省发改〔2025〕1号' }
export const bidFields = { bidCode: 'C10-21', title: '申报示范点', addressee: '省发展改革委', submittedOn: '2025-03-01', result: 'pending' }

export const recordOne = (t: TestHouse, code: string, fields: Fields = {}): number =>
  recordApplication(ctxOf(t.actors.bureau), typed(newApplication, { code, ...applicationFields, ...fields })).id
export const bidOne = (t: TestHouse, fields: Fields = {}): number =>
  recordPolicyBid(ctxOf(t.actors.bureau), typed(newPolicyBid, { ...bidFields, ...fields })).id
export const leadOne = (t: TestHouse): number =>
  setChainLead(ctxOf(t.actors.bureau), typed(chainLeadInput, { chain: 'building', version: '0', person: '张某', fromDay: '2025-01-10' }))
    .version

export const applicationRow = (id: number) => orm().select().from(listApplications).where(eq(listApplications.id, id)).get()!
export const bidRow = (id: number) => orm().select().from(policyBids).where(eq(policyBids.id, id)).get()!
