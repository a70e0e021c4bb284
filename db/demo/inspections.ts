import { system } from '../../domain/actor'
import { addDays, type Day } from '../../domain/calendar'
import { postAlarms } from '../commands/alarms'
import { escalateConditions } from '../commands/condition-escalation'
import { rerateProjects } from '../commands/rerate'
import type { Papers } from './bulletin-steps'
import type { As, Diary } from './diary'
import { inspectFirstQuarter } from './first-quarter'
import { inspectJointly } from './joint-round'
import { registerOthers } from './registered'
import { inspectSecondQuarter } from './second-quarter'
import { inspectThirdQuarter } from './third-quarter'
import { prepareUnannounced } from './unannounced'

/** Before a list is drawn up and before figures are frozen the lights are those of the day, as on a server that was on. */
const ratedOn: readonly Day[] = ['2025-03-03', '2025-03-26', '2025-06-03', '2025-06-25', '2025-09-12']

/** Three quarters of inspections, a joint round between them, and one that nobody has been told of. */
export function inspectQuarters(diary: Diary, until: Day, papers: Papers): void {
  for (const day of ratedOn) diary.on(day, rateAll, 8)
  for (let day = '2025-03-24'; day <= until; day = addDays(day, 1)) diary.on(day, (as) => postAll(as), 8)
  inspectFirstQuarter(diary, papers)
  inspectJointly(diary, papers)
  const second = inspectSecondQuarter(diary, papers)
  registerOthers(diary)
  inspectThirdQuarter(diary, papers, second)
  prepareUnannounced(diary)
}

async function rateAll(as: As): Promise<void> {
  while (rerateProjects(as(system)) > 0) await new Promise((resolve) => setImmediate(resolve))
}

/** What the clock says each morning. */
function postAll(as: As): void {
  while (postAlarms(as(system)) + escalateConditions(as(system)) > 0);
}
