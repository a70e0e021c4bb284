import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { verifyChain } from '../../db/audit-verify'
import { checkEvidence } from '../../db/evidence-check'
import { sha256 } from '../../db/hash'
import { headProblem, readKeptHead } from '../../db/kept-head'
import { proofOf, stepOf, type WriterOrder } from './steps'

const repo = join(import.meta.dirname, '../..')

export type KillReport = {
  kills: number
  acknowledged: number
  /** Acknowledged steps that are not there, steps that are there twice, and what else is not whole. */
  lost: number[]
  doubled: number[]
  problems: string[]
}

/** Kills the writer again and again; each next one goes on with the step that nobody acknowledged, under the same key. */
export async function killWriter(order: Omit<WriterOrder, 'from'>, kills: number): Promise<KillReport> {
  const problems: string[] = []
  let next = 0
  let done = 0
  for (; done < kills && problems.length === 0; done++) {
    const run = await killedRun({ ...order, from: next }, done)
    if (run.error) problems.push(run.error)
    next = run.next
  }
  return checked(order.dir, { kills: done, acknowledged: next, problems })
}

/** One life of the writer. Every fifth dies while it opens the house, the others in the middle of their work. */
async function killedRun(order: WriterOrder, nth: number): Promise<{ next: number; error: string | null }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'writer.ts'), JSON.stringify(order)], { cwd: repo })
  // `close`, not `exit`: what it said last may still be in the pipe.
  const ended = once(child, 'close')
  let said = ''
  let complaint = ''
  child.stderr.on('data', (part: Buffer) => {
    complaint += part
  })
  child.stdout.on('data', (part: Buffer) => {
    said += part
  })
  const speaks = once(child.stdout, 'data')
  if (nth % 5 !== 4) await Promise.race([speaks, ended])
  await Promise.race([new Promise((done) => setTimeout(done, Math.random() * (nth % 5 === 4 ? 1500 : 250))), ended])
  child.kill('SIGKILL')
  await ended
  // A line cut off by the kill acknowledges nothing.
  const last = said
    .slice(0, said.lastIndexOf('\n') + 1)
    .trim()
    .split('\n')
    .at(-1)
  const next = last ? Number(last.slice('step '.length)) + 1 : order.from
  return { next, error: child.signalCode === 'SIGKILL' ? null : `the writer ended by itself: ${complaint.slice(0, 2000)}` }
}

/** Looks at the files as they were left, without the house's own code for opening them. */
export function checked(dir: string, run: { kills: number; acknowledged: number; problems: string[] }): KillReport {
  const kept = readKeptHead(dir)
  const db = new Database(join(dir, 'library.db'))
  try {
    const present = Array.from({ length: run.acknowledged + 2 }, (_, n) => timesPresent(db, n))
    const lost = present.flatMap((times, n) => (n < run.acknowledged && times === 0 ? [n] : []))
    const doubled = present.flatMap((times, n) => (times > 1 || (n > run.acknowledged && times > 0) ? [n] : []))
    return { ...run, lost, doubled, problems: [...run.problems, ...wholeness(db, dir, kept)] }
  } finally {
    db.close()
  }
}

function timesPresent(db: Database.Database, n: number): number {
  const step = stepOf(n)
  if (step.kind === 'prove') return count(db, 'select count(*) from evidence_links where sha256 = ?', sha256(proofOf(n)))
  const events = `select count(*) from events e join event_bodies b on b.seq = e.seq where e.action = ? and e.subject = ? and b.body like ?`
  const action = step.kind === 'report' ? 'update.submitted' : 'update.approved'
  const rows = `select count(*) from updates u join projects p on p.id = u.project_id where p.code = ? and u.period = ?`
  const row = count(db, step.kind === 'report' ? rows : `${rows} and u.status = 'approved' and u.current = 1`, step.code, step.period)
  const event = count(db, events, action, `project:${step.code}`, `%"period":"${step.period}"%`)
  // A row without its event, or the other way round, is as bad as a second one.
  return row === event ? row : 2
}

const count = (db: Database.Database, sql: string, ...values: string[]): number =>
  db
    .prepare<string[], number>(sql)
    .pluck()
    .get(...values) ?? 0

export function wholeness(db: Database.Database, dir: string, kept: ReturnType<typeof readKeptHead>): string[] {
  const { broken } = verifyChain(db)
  const head = headProblem(kept, db)
  const integrity = db.pragma('integrity_check', { simple: true })
  return [
    ...(broken ? [`event chain breaks at ${broken.seq}: ${broken.what}`] : []),
    ...(head ? [`chain-head: ${head}`] : []),
    ...(integrity === 'ok' ? [] : [`database: ${integrity}`]),
    ...checkEvidence(db, dir).damaged.map(({ sha256, problem }) => `evidence ${sha256}: ${problem}`),
  ]
}
