import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { shanghaiDay } from '../../domain/calendar'
import { Refusal } from '../../domain/errors'
import { fill, messagesFor } from '../../domain/messages'
import { planDiff, refusedRemovals } from '../../domain/plan-diff'
import { planEntriesOf } from '../../domain/plan-entries'
import { openReadOnly } from '../client'
import { closeHouse, openHouse } from '../open'
import { plan } from '../plan'
import { reloadLines } from '../plan-lines'
import { lastPlanLoad, standing, storedEntries } from '../plan-standing'
import { dataDir, OperatorError, runOperator } from './operator'

/** `npm run plan:load [-- --dry-run]`: loads a corrected plan without losing what people have added; a dry run runs beside the server. */
function load(dir: string): number {
  const at = new Date().toISOString()
  const { orm } = openHouse({ dir, at, today: shanghaiDay(at), demo: process.env.DEMO === '1' })
  const last = lastPlanLoad(orm)
  const counts = last?.at === at ? `+${last.added} ~${last.changed} -${last.removed}` : null
  console.log(counts ? `规划数据已装入 · The plan’s data were loaded: ${counts}` : '规划数据没有变化 · The plan’s data have not changed.')
  closeHouse()
  return 0
}

function dryRun(dir: string): number {
  if (!existsSync(join(dir, 'library.db')))
    throw new OperatorError(`${dir}：还没有库，首次启动时装入 · no library yet: the first start loads the plan.`)
  const { sqlite, orm } = openReadOnly(dir)
  const wanted = planEntriesOf(plan)
  const stored = storedEntries(orm)
  const refused = refusedRemovals(stored, wanted, standing(orm, stored))
  for (const line of reloadLines(planDiff(stored, wanted))) console.log(line)
  for (const { code, reason, params } of refused) console.log(bothLanguages(code, reason, params))
  sqlite.close()
  return refused.length > 0 ? 1 : 0
}

function bothLanguages(
  code: string,
  reason: keyof ReturnType<typeof messagesFor>['errors'],
  params: Record<string, string | number>,
): string {
  return `! ${code}: ${fill(messagesFor('zh-CN').errors[reason], params)} · ${fill(messagesFor('en').errors[reason], params)}`
}

function inSentences(work: () => number): number {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const issues = error.issues.map(({ field, code, params }) => bothLanguages(field, code, params ?? {}))
    throw new OperatorError([bothLanguages('plan', error.code, error.params), ...issues].join('\n'))
  }
}

await runOperator(() => inSentences(() => (process.argv.includes('--dry-run') ? dryRun(dataDir()) : load(dataDir()))))
