import { asc, gt } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day, Holidays } from '../../domain/calendar'
import { rateChain } from '../../domain/chain-output'
import type { DutyRules, ReportState } from '../../domain/duty'
import { allow } from '../../domain/errors'
import type { Light } from '../../domain/light'
import { canDraftRules } from '../../domain/policy'
import type { LightRules } from '../../domain/rating'
import type { RuleKind } from '../../domain/rules'
import { type SummaryRules, summariseProject } from '../../domain/summary'
import { orm } from '../client'
import { projectList } from '../schema'
import { chainOverview } from './chains'
import { keptAnswer } from './kept'
import { projectFacts } from './project-facts'
import { rulesOn } from './rules'

export type LightChange = { before: Light; after: Light }
export type TriedWork = { code: string; name: string; lights: LightChange[]; report: { before: ReportState; after: ReportState } | null }
/** `works` were computed, `changed` of them would change, the first of those in `rows`. */
export type Trial = { works: number; changed: number; rows: TriedWork[]; chains: string[]; longestStepMs: number }

export const mostTried = 100
/** Others wait no longer than this for their turn. */
const stepMs = 25
const chunk = 10

/**
 * What a changed rule would do to every work, by the facts of now and by the same computation as the list's own; nothing is written. It runs in
 * steps between requests, and two people who try the same share one run.
 */
export function tryRules(actor: Actor, kind: RuleKind, body: unknown, today: Day): Promise<Trial> {
  allow(canDraftRules(actor))
  return keptAnswer(`rule-trial:${kind}:${today}:${JSON.stringify(body)}`, () => runTrial(actor, kind, body, today))
}

async function runTrial(actor: Actor, kind: RuleKind, body: unknown, today: Day): Promise<Trial> {
  const { duty, lights, holidays } = rulesOn(orm(), today)
  const before: SummaryRules = { duty, lights: lights.body, holidays }
  const after = changedRules(before, kind, body)
  const trial: Trial = { works: 0, changed: 0, rows: [], chains: changedChains(actor, today, before, after), longestStepMs: 0 }
  for (let last = 0; ; ) {
    const started = performance.now()
    let works = worksAfter(last)
    while (works.length > 0 && performance.now() - started < stepMs) {
      for (const work of works) count(trial, triedWork(work, today, before, after))
      last = works.at(-1)?.id ?? last
      works = worksAfter(last)
    }
    trial.longestStepMs = Math.max(trial.longestStepMs, performance.now() - started)
    if (works.length === 0) return trial
    await new Promise((resolve) => setImmediate(resolve))
  }
}

function changedRules(rules: SummaryRules, kind: RuleKind, body: unknown): SummaryRules {
  if (kind === 'lights') return { ...rules, lights: body as LightRules }
  if (kind === 'duty') return { ...rules, duty: body as DutyRules }
  return kind === 'holidays' ? { ...rules, holidays: body as Holidays } : rules
}

const worksAfter = (id: number) =>
  orm()
    .select({ id: projectList.projectId, code: projectList.code, name: projectList.name })
    .from(projectList)
    .where(gt(projectList.projectId, id))
    .orderBy(asc(projectList.projectId))
    .limit(chunk)
    .all()

function triedWork(work: { id: number; code: string; name: string }, today: Day, before: SummaryRules, after: SummaryRules): TriedWork {
  const facts = projectFacts(orm(), work.id)
  const [was, is] = [summariseProject(facts, today, before), summariseProject(facts, today, after)]
  const lights = was.lights.flatMap((light, at) => {
    const then = is.lights[at]
    return then && (then.level !== light.level || then.reason !== light.reason) ? [{ before: light, after: then }] : []
  })
  const report = was.report.state === is.report.state ? null : { before: was.report.state, after: is.report.state }
  return { code: work.code, name: work.name, lights, report }
}

function count(trial: Trial, work: TriedWork): void {
  trial.works++
  if (work.lights.length === 0 && work.report === null) return
  trial.changed++
  if (trial.rows.length < mostTried) trial.rows.push(work)
}

/** The bands of the progress light are those of the chains too. */
function changedChains(actor: Actor, today: Day, before: SummaryRules, after: SummaryRules): string[] {
  return chainOverview(actor, today).flatMap(({ chain, output }) => {
    if (!output) return []
    const target = chain.target?.yuan ?? null
    return rateChain(output, target, before.lights).level === rateChain(output, target, after.lights).level ? [] : [chain.name]
  })
}
