import { postAlarms } from '../../../db/commands/alarms'
import { approveExtension, returnExtension, withdrawExtension } from '../../../db/commands/findings-extensions'
import type { Ctx } from '../../../domain/actor'
import { finding, findingIn, proof, toRequest } from '../finding'
import { ctxOf, type TestHouse } from '../house'
import type { Attempt, Caller } from './attempt'

const supervisors: Caller[] = ['supervisor', 'supervisor2']
const due = { dueOn: '2025-11-20' }
const assigned = (t: TestHouse) => findingIn(t, ['assign'])
/** Put to the bureau itself: its people act, and so do those of the work's unit. */
function ofBureau(t: TestHouse): number {
  const { id } = finding.register(ctxOf(t.actors.supervisor))
  finding.assign(ctxOf(t.actors.supervisor), id, { unitId: String(t.organisations.bureau) })
  return id
}
/** Of no work, put to the other owner's unit. */
function ofOtherUnit(t: TestHouse): number {
  const { id } = finding.register(ctxOf(t.actors.supervisor), { code: '', unitId: String(t.organisations.other) })
  finding.assign(ctxOf(t.actors.supervisor), id, { unitId: String(t.organisations.other) })
  return id
}
const asked = (t: TestHouse) => finding.askTime(ctxOf(t.actors.owner), assigned(t), due)
function proposed(t: TestHouse): number {
  const id = assigned(t)
  finding.propose(ctxOf(t.actors.supervisor), id)
  return id
}
const unit = (t: TestHouse) => ({ unitId: String(t.organisations.other) })

type Call = (id: number, t: TestHouse) => (ctx: Ctx) => unknown
const on = (command: string, may: Caller[], subject: (t: TestHouse) => number, call: Call): Attempt => ({
  command,
  may,
  prepare: (t) => call(subject(t), t),
})

export const findingAttempts: Attempt[] = [
  { command: 'registerFinding', may: supervisors, prepare: () => (ctx) => finding.register(ctx) },
  on(
    'assignFinding',
    supervisors,
    (t) => findingIn(t, []),
    (id, t) => (ctx) => finding.assign(ctx, id, unit(t)),
  ),
  on('transferFinding', supervisors, assigned, (id, t) => (ctx) => finding.transfer(ctx, id, unit(t))),
  on('acknowledgeFinding', ['owner'], assigned, (id) => (ctx) => finding.acknowledge(ctx, id)),
  {
    ...on('acknowledgeFinding', ['owner', 'bureau', 'bureau2'], ofBureau, (id) => (ctx) => finding.acknowledge(ctx, id)),
    case: 'put to the bureau',
  },
  {
    ...on('acknowledgeFinding', ['otherOwner'], ofOtherUnit, (id) => (ctx) => finding.acknowledge(ctx, id)),
    case: 'of a unit without a work',
  },
  on(
    'planFinding',
    ['owner'],
    (t) => findingIn(t, ['assign', 'acknowledge']),
    (id) => (ctx) => finding.plan(ctx, id),
  ),
  on(
    'startRectifying',
    ['owner'],
    (t) => findingIn(t, ['assign', 'acknowledge', 'plan']),
    (id) => (ctx) => finding.start(ctx, id),
  ),
  on(
    'requestClosure',
    ['owner'],
    (t) => {
      const id = findingIn(t, ['assign', 'acknowledge', 'plan', 'start'])
      proof(t.actors.owner, id)
      return id
    },
    (id) => (ctx) => finding.request(ctx, id),
  ),
  on(
    'closeFinding',
    supervisors,
    (t) => findingIn(t, toRequest),
    (id) => (ctx) => finding.close(ctx, id),
  ),
  on(
    'closeWithRecheck',
    supervisors,
    (t) => findingIn(t, toRequest),
    (id) => (ctx) => finding.closeWithRecheck(ctx, id, { recheckDueOn: '2025-12-01' }),
  ),
  on(
    'sendBackFinding',
    supervisors,
    (t) => findingIn(t, toRequest),
    (id) => (ctx) => finding.sendBack(ctx, id, due),
  ),
  on(
    'passRecheck',
    supervisors,
    (t) => findingIn(t, [...toRequest, 'close-with-recheck']),
    (id) => (ctx) => finding.passRecheck(ctx, id),
  ),
  on(
    'reopenFinding',
    supervisors,
    (t) => findingIn(t, [...toRequest, 'close']),
    (id) => (ctx) => finding.reopen(ctx, id),
  ),
  on('requestExtension', ['owner'], assigned, (id) => (ctx) => finding.askTime(ctx, id, due)),
  on('approveExtension', supervisors, asked, (id) => (ctx) => approveExtension(ctx, { id })),
  on('returnExtension', supervisors, asked, (id) => (ctx) => returnExtension(ctx, { id, words: '不行' })),
  on('withdrawExtension', ['owner'], asked, (id) => (ctx) => withdrawExtension(ctx, { id })),
  on('proposeWithdrawal', supervisors, assigned, (id) => (ctx) => finding.propose(ctx, id)),
  on('confirmWithdrawal', ['supervisor2'], proposed, (id) => (ctx) => finding.confirm(ctx, id)),
  on('refuseWithdrawal', ['supervisor2'], proposed, (id) => (ctx) => finding.refuse(ctx, id)),
  { command: 'postAlarms', may: ['system'], prepare: () => (ctx) => postAlarms(ctx) },
]
