import { assignLeader } from '../../../db/commands/assignments'
import { changeApplication, recordApplication } from '../../../db/commands/registers'
import { changePolicyBid, recordPolicyBid } from '../../../db/commands/registers-bids'
import { setChainLead } from '../../../db/commands/registers-leads'
import { chainLeadInput } from '../../../domain/chain-lead'
import { leaderAssignment } from '../../../domain/leader'
import { applicationChange, newApplication } from '../../../domain/list-application'
import { newPolicyBid, policyBidChange } from '../../../domain/policy-bid'
import { applicationFields, bidFields, bidOne, recordOne } from '../register'
import { typed } from '../typed'
import { work } from '../work'
import { type Attempt, type Caller, given } from './attempt'

const bureau: Caller[] = ['bureau', 'bureau2']
const code = 'P0001'
const again = (id: number) => ({ id: String(id), version: '1' })

export const registersAttempts: Attempt[] = [
  {
    command: 'recordApplication',
    may: bureau,
    prepare: () => (ctx) => recordApplication(ctx, typed(newApplication, { code, ...applicationFields })),
  },
  {
    command: 'changeApplication',
    may: bureau,
    prepare: (t) =>
      given(recordOne(t, code), (ctx, id) => changeApplication(ctx, typed(applicationChange, { ...again(id), ...applicationFields }))),
  },
  { command: 'recordPolicyBid', may: bureau, prepare: () => (ctx) => recordPolicyBid(ctx, typed(newPolicyBid, bidFields)) },
  {
    command: 'changePolicyBid',
    may: bureau,
    prepare: (t) => given(bidOne(t), (ctx, id) => changePolicyBid(ctx, typed(policyBidChange, { ...again(id), ...bidFields }))),
  },
  {
    command: 'setChainLead',
    may: bureau,
    prepare: () => (ctx) =>
      setChainLead(ctx, typed(chainLeadInput, { chain: 'building', version: '0', person: '张某', fromDay: '2025-01-10' })),
  },
  {
    command: 'assignLeader',
    may: bureau,
    prepare: () => (ctx) =>
      assignLeader(ctx, typed(leaderAssignment, { code, version: String(work(code).version), person: '张某', fromDay: '2025-01-10' })),
  },
]
