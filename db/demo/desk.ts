import { orm } from '../client'
import { admitCandidate, dismissCandidate, mergeCandidate } from '../commands/candidates'
import { submitRules } from '../commands/rules'
import { candidates } from '../plan/candidates'
import { lightRules } from '../queries/rules'
import type { Papers } from './bulletin-steps'
import { actorNamed } from './cast'
import type { As, Diary } from './diary'
import { holdMeetings } from './dispatch-desk'
import { dispatchMonths } from './dispatches'
import { evaluatePlan } from './evaluations'
import { lockPeriods } from './locks'
import { register, tellFunds, tellStatistics } from './money'
import { keepRegisters, nameLeaders } from './registers'
import type { Profile } from './works'
import { listYear } from './year-plan'

/** The bureau's year beside the reports: its list, money, registers, meetings, locks, its evaluation, a rule that is to change, and what the plan's text names. */
export function runDesk(diary: Diary, profiles: readonly Profile[], papers: Papers): void {
  listYear(diary, profiles)
  tellFunds(diary, profiles)
  tellStatistics(diary, profiles)
  register(diary, profiles)
  nameLeaders(diary, profiles)
  keepRegisters(diary, profiles)
  holdMeetings(diary)
  lockPeriods(diary)
  dispatchMonths(diary, papers)
  evaluatePlan(diary, papers)
  diary.on('2025-10-14', proposeRule)
  diary.on('2025-09-23', (as) => decideCandidates(as, profiles))
}

function proposeRule(as: As): void {
  const { version, body } = lightRules(orm(), '2025-10-14')
  const form = { ...body, progress: { ...body.progress, yellowFrom: body.progress.yellowFrom + 5 } } as never
  const said = { document: '演示规〔2025〕2号', reason: '黄灯过多，拟放宽五个百分点' }
  submitRules(as(actorNamed('bureau2')), { kind: 'lights', version, effectiveFrom: '2025-11-01', ...said, form })
}

function decideCandidates(as: As, profiles: readonly Profile[]): void {
  const bureau = () => as(actorNamed('bureau1'))
  const pipes = candidates.find(({ code }) => code === 'C022')
  if (pipes) admitCandidate(bureau(), { candidate: pipes.code, name: pipes.name, sector: 'water', town: null, reason: null })
  const garden = candidates.find(({ code }) => code === 'C001')
  const same = profiles.find(({ work }) => garden?.like && work.items.includes(garden.like))
  if (garden && same) mergeCandidate(bureau(), { candidate: garden.code, code: same.work.code, reason: '与专栏所列为同一项目' })
  dismissCandidate(bureau(), { candidate: 'C011', reason: '正文列在“十三五”成果里，不作为本期项目' })
}
