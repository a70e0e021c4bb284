import { asc, eq, sql } from 'drizzle-orm'
import { orm } from '../../db/client'
import * as keep from '../../db/commands/findings'
import * as extend from '../../db/commands/findings-extensions'
import * as rectify from '../../db/commands/findings-rectify'
import * as verify from '../../db/commands/findings-verify'
import * as withdrawal from '../../db/commands/findings-withdrawal'
import { evidence, evidenceLinks, findingAlarms, findingExtensions, findingSteps, findings } from '../../db/schema'
import type { Ctx, UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import * as input from '../../domain/finding-input'
import type { FindingStep } from '../../domain/finding-workflow'
import { ctxOf, type TestHouse } from './house'
import { typed } from './typed'

export const findingRow = (id: number) => orm().select().from(findings).where(eq(findings.id, id)).get()!
export const stepRows = (id: number) =>
  orm().select().from(findingSteps).where(eq(findingSteps.findingId, id)).orderBy(asc(findingSteps.id)).all()
export const alarmRows = (id: number) => orm().select().from(findingAlarms).where(eq(findingAlarms.findingId, id)).orderBy(sql`rowid`).all()
/** `blue 2025-10-31` of every alarm, in the order it was posted. */
export const alarmDays = (id: number) => alarmRows(id).map(({ level, onDay }) => `${level} ${onDay}`)
export const extensionRows = (id: number) => orm().select().from(findingExtensions).where(eq(findingExtensions.findingId, id)).all()

type Fields = Record<string, string>
const at = (id: number) => ({ id: String(id), version: String(findingRow(id).version) })

export const facts = { source: 'audit', category: 'safety', severity: 'serious', facts: '临边无防护', foundBy: '督查组' }

/** Every command of a finding as somebody calls it, with fields as they are typed; the present version unless one is named. */
export const finding = {
  register: (ctx: Ctx, fields: Fields = {}) =>
    keep.registerFinding(ctx, typed(input.newFindingInput, { code: 'P0001', foundOn: ctx.today, ...facts, ...fields })),
  assign: (ctx: Ctx, id: number, fields: Fields) => keep.assignFinding(ctx, typed(input.findingAssignment, { ...at(id), ...fields })),
  transfer: (ctx: Ctx, id: number, fields: Fields) =>
    keep.transferFinding(ctx, typed(input.findingTransfer, { ...at(id), words: '职责不在', ...fields })),
  acknowledge: (ctx: Ctx, id: number, fields: Fields = {}) =>
    rectify.acknowledgeFinding(ctx, typed(input.findingStep, { ...at(id), ...fields })),
  plan: (ctx: Ctx, id: number, fields: Fields = {}) =>
    rectify.planFinding(ctx, typed(input.findingWords, { ...at(id), words: '本月装护栏', ...fields })),
  start: (ctx: Ctx, id: number, fields: Fields = {}) => rectify.startRectifying(ctx, typed(input.findingStep, { ...at(id), ...fields })),
  request: (ctx: Ctx, id: number, fields: Fields = {}) =>
    rectify.requestClosure(ctx, typed(input.findingWords, { ...at(id), words: '护栏已装', ...fields })),
  close: (ctx: Ctx, id: number, fields: Fields = {}) => verify.closeFinding(ctx, typed(input.findingStep, { ...at(id), ...fields })),
  closeWithRecheck: (ctx: Ctx, id: number, fields: Fields) =>
    verify.closeWithRecheck(ctx, typed(input.findingRecheck, { ...at(id), ...fields })),
  sendBack: (ctx: Ctx, id: number, fields: Fields) =>
    verify.sendBackFinding(ctx, typed(input.findingReturn, { ...at(id), words: '照片看不清', ...fields })),
  passRecheck: (ctx: Ctx, id: number, fields: Fields = {}) => verify.passRecheck(ctx, typed(input.findingStep, { ...at(id), ...fields })),
  reopen: (ctx: Ctx, id: number, fields: Fields = {}) =>
    verify.reopenFinding(ctx, typed(input.findingWords, { ...at(id), words: '又没有了', ...fields })),
  askTime: (ctx: Ctx, id: number, fields: Fields) =>
    extend.requestExtension(ctx, typed(input.extensionInput, { ...at(id), words: '材料未到', ...fields })),
  propose: (ctx: Ctx, id: number, fields: Fields = {}) =>
    withdrawal.proposeWithdrawal(ctx, typed(input.findingWords, { ...at(id), words: '登记有误', ...fields })),
  confirm: (ctx: Ctx, id: number, fields: Fields = {}) =>
    withdrawal.confirmWithdrawal(ctx, typed(input.findingStep, { ...at(id), ...fields })),
  refuse: (ctx: Ctx, id: number, fields: Fields = {}) =>
    withdrawal.refuseWithdrawal(ctx, typed(input.findingWords, { ...at(id), words: '问题属实', ...fields })),
}

let file = 0
/** A photograph on somebody's half-made request for closure. */
export function proof(actor: UserActor, id: number): void {
  const sha256 = String(++file).padStart(64, 'b')
  const day = '2025-10-16T01:00:00.000Z'
  orm().insert(evidence).values({ sha256, mime: 'image/png', bytes: 1, width: 1, height: 1, createdAt: day }).run()
  const link = { sha256, subject: `draft:finding:${id}`, name: '护栏.png', addedBy: actor.id, addedAt: day }
  orm().insert(evidenceLinks).values(link).run()
}

/** A finding brought to a state by the people who may, on one day; assigned to the first owner's unit until `dueOn`. */
export function findingIn(
  t: TestHouse,
  path: readonly FindingStep[],
  { today, dueOn = '2025-10-30' }: { today?: Day; dueOn?: Day } = {},
): number {
  const { supervisor, supervisor2, owner } = t.actors
  const unitId = String(t.organisations.own)
  const { id } = finding.register(ctxOf(supervisor, today))
  const steps: Record<FindingStep, () => void> = {
    assign: () => finding.assign(ctxOf(supervisor, today), id, { unitId, dueOn }),
    acknowledge: () => finding.acknowledge(ctxOf(owner, today), id),
    plan: () => finding.plan(ctxOf(owner, today), id),
    start: () => finding.start(ctxOf(owner, today), id),
    request: () => {
      proof(owner, id)
      finding.request(ctxOf(owner, today), id)
    },
    close: () => finding.close(ctxOf(supervisor, today), id),
    'close-with-recheck': () => finding.closeWithRecheck(ctxOf(supervisor, today), id, { recheckDueOn: '2025-12-01' }),
    'send-back': () => finding.sendBack(ctxOf(supervisor, today), id, { dueOn }),
    'pass-recheck': () => finding.passRecheck(ctxOf(supervisor, today), id),
    reopen: () => finding.reopen(ctxOf(supervisor, today), id),
    withdraw: () => {
      finding.propose(ctxOf(supervisor, today), id)
      finding.confirm(ctxOf(supervisor2, today), id)
    },
  }
  for (const step of path) steps[step]()
  return id
}

export const toRequest = ['assign', 'acknowledge', 'plan', 'start', 'request'] as const satisfies readonly FindingStep[]
