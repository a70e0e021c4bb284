import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { addDays, type Day, daysBetween } from '../../domain/calendar'
import { milestoneInput } from '../../domain/update-input'
import { orm } from '../client'
import { approveUpdate } from '../commands/review-updates'
import { submitMilestoneUpdate } from '../commands/updates'
import { milestones, projects } from '../schema'
import { actorNamed, ownerOf } from './cast'
import type { Diary } from './diary'
import type { Profile } from './works'

/** Milestones met about when they were planned, later ones as late as the work is slow; some wait for the bureau today. */
export function meetMilestones(diary: Diary, profile: Profile, until: Day): void {
  if (profile.unit === null || profile.stage === 'unknown' || profile.stage === 'reserve') return
  const unit = profile.unit
  for (const month of monthStarts('2023-12-01', until)) {
    diary.on(month, (as) => {
      if (profile.turn && month >= `${profile.turn.month}-01`) return
      for (const milestone of metBy(profile, month)) {
        const input = milestoneInput.parse({
          code: profile.work.code,
          milestoneId: String(milestone.id),
          metOn: addDays(milestone.baselineOn, delayOf(profile, milestone.id)),
        })
        const id = submitMilestoneUpdate(as(ownerOf(unit)), input)
        if (daysBetween(month, until) > 20) approveUpdate(as(actorNamed('bureau2')), id)
      }
    })
  }
}

function monthStarts(from: Day, until: Day): Day[] {
  const days: Day[] = []
  for (let day = from; day <= until; day = addDays(`${day.slice(0, 7)}-28`, 10).replace(/\d\d$/, '01')) days.push(addDays(day, 8))
  return days
}

function metBy(profile: Profile, day: Day): { id: number; baselineOn: Day }[] {
  const project = orm().select({ id: projects.id }).from(projects).where(eq(projects.code, profile.work.code)).get()
  const dated = and(eq(milestones.projectId, project?.id ?? 0), isNotNull(milestones.baselineOn))
  const rows = orm().select().from(milestones).where(dated).orderBy(asc(milestones.position)).all()
  return rows.flatMap(({ id, baselineOn, metOn }) => {
    const due = baselineOn !== null && metOn === null && addDays(baselineOn, delayOf(profile, id)) <= day
    return due ? [{ id, baselineOn }] : []
  })
}

/** Between a third of the work's usual delay and all of it, now and then a few days early. */
function delayOf(profile: Profile, milestoneId: number): number {
  const part = (milestoneId * 37) % 100
  return part < 15 ? -(part % 6) : Math.round(profile.delayDays * (0.3 + (0.7 * part) / 100))
}
