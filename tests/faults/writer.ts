import { writeSync } from 'node:fs'
import { and, eq } from 'drizzle-orm'
import { house, orm } from '../../db/client'
import { uploadEvidence } from '../../db/commands/evidence'
import { approveUpdate } from '../../db/commands/review-updates'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { openHouse } from '../../db/open'
import { workByCode } from '../../db/queries/work'
import { updates } from '../../db/schema'
import type { Ctx, UserActor } from '../../domain/actor'
import { monthlyInput } from '../../domain/update-input'
import { draftOf, proofOf, type Step, stepOf, type WriterOrder, writerDay } from './steps'

/** A process of its own that works until it is killed. It says `step n` only after the command has returned. */
const order = JSON.parse(process.argv[2]!) as WriterOrder
openHouse({ dir: order.dir, at: new Date().toISOString(), today: writerDay, demo: false })

for (let n = order.from; ; n++) await (order.early ? early(n) : honest(n))

async function honest(n: number): Promise<void> {
  await run(n)
  acknowledge(n)
}

/** The control: it tells the person first and commits a little later. A check that does not notice is worth nothing. */
async function early(n: number): Promise<void> {
  const step = stepOf(n)
  if (step.kind === 'prove') return honest(n)
  house()
    .sqlite.transaction(() => {
      acknowledge(n)
      runNow(step)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40)
    })
    .immediate()
}

function acknowledge(n: number): void {
  writeSync(1, `step ${n}\n`)
}

async function run(n: number): Promise<void> {
  const step = stepOf(n)
  if (step.kind !== 'prove') return runNow(step)
  await uploadEvidence(ctxOf(order.reporter, step), { subject: draftOf(step), name: `${n}.pdf`, bytes: proofOf(n) })
}

function runNow(step: Step): void {
  if (step.kind === 'approve') approveUpdate(ctxOf(order.reviewer, step), submittedId(step))
  else report(step)
}

function report(step: Step): void {
  const typed = { code: step.code, period: step.period, investment: '10', investmentBasis: 'year', remark: '-' }
  submitMonthlyUpdate(ctxOf(order.reporter, step), monthlyInput.parse({ ...typed, onBehalfSource: '电话', onBehalfOn: '2025-10-10' }))
}

function submittedId({ code, period }: Step): number {
  const { id: projectId } = workByCode(orm(), code)
  const row = orm()
    .select({ id: updates.id })
    .from(updates)
    .where(and(eq(updates.projectId, projectId), eq(updates.period, period)))
    .get()
  if (!row) throw new Error(`nothing reported of ${code} in ${period}`)
  return row.id
}

function ctxOf(actor: UserActor, { key }: Step): Ctx {
  return { actor, at: new Date().toISOString(), today: writerDay, requestId: 'writer', key }
}
