import { eq } from 'drizzle-orm'
import { type Ctx, system } from '../../domain/actor'
import { addDays, addMonths, type Day, firstDay, type Instant, type Month, monthOf, monthsFrom, yearOf } from '../../domain/calendar'
import { orm, type Reader } from '../client'
import { rerateProjects } from '../commands/rerate'
import { chanceOf } from '../demo/chance'
import { Diary } from '../demo/diary'
import { foundAccounts } from '../first-accounts'
import { closeHouse, openHouse } from '../open'
import { plan } from '../plan'
import { meta } from '../schema'
import { write } from '../write'
import { returnFunds } from './funds'
import { reportMonths } from './months'
import { scaleAccounts, scaleOrganisations } from './names'
import { returnOutputs } from './outputs'
import { dateMilestones, declareFacts, planYear } from './plans'
import { type Cast, castOf, createWorks, type ScaleWork } from './works'

/** `projects` counts the plan's works too. */
export type Scale = { dir: string; projects: number; seed: number; at: Instant; today: Day }

export const fewestProjects = plan.projects.length + 1

/** What a library made for measuring says of itself; null for any other. */
export const scaleMark = (db: Reader): string | null => db.select().from(meta).where(eq(meta.key, 'scale')).get()?.value ?? null

/**
 * Fills an empty folder with a library of any size and two years of history, for measuring. Rows are written in bulk, a few
 * transactions a month, with the events, list rows and search grams that the commands would leave.
 */
export async function makeScale({ dir, projects, seed, at, today }: Scale): Promise<void> {
  const months = monthsFrom(addMonths(monthOf(today), -24), addMonths(monthOf(today), -1))
  const beginning = firstDay(addMonths(months[0] ?? monthOf(today), -2))
  const ctx: Ctx = { actor: system, at: `${beginning}T00:30:00.000Z`, today: beginning, requestId: 'scale' }
  openHouse({ dir, at: ctx.at, today: beginning, demo: false })
  try {
    mark(ctx, { projects, seed, complete: false })
    const founding = { accounts: scaleAccounts, organisations: scaleOrganisations, mustChangePassword: false }
    await foundAccounts(dir, ctx.at, { file: 'scale-accounts.txt', ...founding })
    await diaryOf(castOf(), projects - plan.projects.length, months, seed).play(addDays(today, -1))
    const end = { ...ctx, at, today }
    while (rerateProjects(end) > 0);
    mark(end, { projects, seed, complete: true })
  } finally {
    closeHouse()
  }
}

function diaryOf(cast: Cast, wanted: number, months: readonly Month[], seed: number): Diary {
  const chance = chanceOf(seed)
  const diary = new Diary()
  const works: ScaleWork[] = []
  const [first = ''] = months
  const beginning = addMonths(first, -2)
  diary.on(`${beginning}-02`, (as) => {
    works.push(...createWorks(as, cast, wanted, chance))
  })
  diary.on(`${beginning}-10`, (as) => declareFacts(as, cast, works, chance))
  diary.on(`${beginning}-20`, (as) => dateMilestones(as, cast, works, `${beginning}-20`))
  for (const year of new Set(months.map(yearOf))) {
    const day = year === yearOf(first) ? `${beginning}-25` : `${year}-03-10`
    diary.on(day, (as) => planYear(as, cast, works, year))
  }
  reportMonths({ diary, cast, works: () => works, months, chance })
  returnOutputs(diary, cast, months, chance)
  returnFunds({ diary, cast, works: () => works, months })
  return diary
}

function mark(ctx: Ctx, value: { projects: number; seed: number; complete: boolean }): void {
  const row = { key: 'scale', value: JSON.stringify(value) }
  write(ctx, 'markScale', value, (tx) => {
    tx.insert(meta).values(row).onConflictDoUpdate({ target: meta.key, set: row }).run()
  })
}

/** Complete ones only: a half-made library must not be measured. */
export function isScaleLibrary(): boolean {
  const value = scaleMark(orm())
  return value !== null && (JSON.parse(value) as { complete: boolean }).complete
}
