import { and, eq, inArray, isNotNull, lte, type SQL, sql } from 'drizzle-orm'
import { type Ctx, system } from '../../domain/actor'
import { addDays, type Day } from '../../domain/calendar'
import { type AlarmLevel, alarmLevels, type RectificationRules } from '../../domain/finding'
import { type Alarm, dueAlarms, type RulesVersion } from '../../domain/finding-clock'
import { clockRuns, findingStates } from '../../domain/finding-workflow'
import type { Reader, Tx } from '../client'
import { recordEvent } from '../events'
import { prepared } from '../prepared'
import { findingAlarms, findingSteps, findings, ruleSets } from '../schema'

export type DueAlarm = Alarm & { findingId: number; number: string; dueOn: Day }

export const runningStates = findingStates.filter(clockRuns)

const approvedVersions = (db: Reader) =>
  db
    .select({ version: ruleSets.version, effectiveFrom: ruleSets.effectiveFrom, body: ruleSets.body })
    .from(ruleSets)
    .where(and(eq(ruleSets.kind, 'rectification'), isNotNull(ruleSets.approvedAt)))
    .orderBy(ruleSets.version)
    .prepare()

/** Every approved version: an alarm is judged by the one in force on its own day. */
function versions(db: Reader): RulesVersion[] {
  return prepared(db, approvedVersions)
    .all()
    .map((row) => ({ ...row, body: row.body as RectificationRules }))
}

/** The day of the step that set the present deadline. */
const since = sql<Day>`(select max(s.on_day) from ${findingSteps} s where s.finding_id = findings.id and s.due_on is not null)`
const ofThisDeadline = sql`a.finding_id = findings.id and a.due_on = findings.due_on`
const postedLevels = sql<string | null>`(select group_concat(a.level) from ${findingAlarms} a where ${ofThisDeadline})`
/** Until everything is said of the deadline. */
const unsaid = sql`(select count(*) from ${findingAlarms} a where ${ofThisDeadline}) < ${alarmLevels.length}`

/** Running deadlines near enough to be warned of: by the index on state and deadline. */
export function nearDeadlines(db: Reader, horizon: Day, only?: SQL) {
  const running = and(inArray(findings.state, runningStates), lte(findings.dueOn, horizon), unsaid, only)
  return db
    .select({ id: findings.id, number: findings.number, dueOn: findings.dueOn, since, posted: postedLevels })
    .from(findings)
    .where(running)
}

/** What the clock has to say up to today and has not said, in the calendar's order. */
export function unsaidAlarms(db: Reader, today: Day, only?: SQL): DueAlarm[] {
  const rules = versions(db)
  const horizon = addDays(today, Math.max(0, ...rules.map(({ body }) => body.warnDaysBefore)))
  const due = nearDeadlines(db, horizon, only)
    .all()
    .flatMap(({ id, number, dueOn, since, posted }): DueAlarm[] => {
      if (dueOn === null) return []
      const said = (posted?.split(',') ?? []) as AlarmLevel[]
      return dueAlarms({ dueOn, since, posted: said }, today, rules).map((alarm) => ({ ...alarm, findingId: id, number, dueOn }))
    })
  return due.sort((a, b) => (a.onDay === b.onDay ? a.findingId - b.findingId : a.onDay < b.onDay ? -1 : 1))
}

/** Whoever's step came to it, the clock speaks: with the calendar's day, not with that of the writing. */
export function postAlarm(tx: Tx, ctx: Ctx, { findingId, number, dueOn, level, onDay, tell, ruleVersion }: DueAlarm): void {
  tx.insert(findingAlarms)
    .values({ findingId, dueOn, level, onDay, tell: [...tell], ruleVersion, postedAt: ctx.at })
    .run()
  recordEvent(
    tx,
    { ...ctx, actor: system },
    {
      action: level === 'warning' ? 'finding.warned' : 'finding.overdue',
      subject: `finding:${number}`,
      body: { level, dueOn, on: onDay, tell: [...tell], ruleVersion },
    },
  )
}

/** Before a step moves or stops the clock, it says what was due until then. */
export function postDueAlarms(tx: Tx, ctx: Ctx, findingId: number): void {
  for (const alarm of unsaidAlarms(tx, ctx.today, eq(findings.id, findingId))) postAlarm(tx, ctx, alarm)
}
