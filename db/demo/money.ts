import { asc } from 'drizzle-orm'
import type { Day } from '../../domain/calendar'
import type { FundInput } from '../../domain/fund-input'
import type { RegistrationState } from '../../domain/registration'
import { orm } from '../client'
import { approveFunds, submitFunds } from '../commands/funds'
import { recordRegistration } from '../commands/registrations'
import { approveStatisticsInvestment, submitStatisticsInvestment } from '../commands/statistics-investments'
import { fundSources } from '../schema'
import { actorNamed, ownerOf } from './cast'
import type { Diary } from './diary'
import { type Profile, plannedToDate } from './works'

const wan = 10_000
const works = 10

/** Works that are built by somebody, of which the whole sum is known. */
const told = (profiles: readonly Profile[]) =>
  profiles.filter(({ stage, totalYuan, unit, turn }) => stage === 'construction' && totalYuan !== null && unit !== null && !turn)

/** Money by source of ten works: half a year approved, the third quarter told and for some still to be looked at. */
export function tellFunds(diary: Diary, profiles: readonly Profile[]): void {
  for (const [index, profile] of told(profiles).slice(0, works).entries()) {
    fundsOn(diary, profile, { quarter: '2025Q2', day: '2025-07-08', share: 0.45 + (index % 4) * 0.1, approved: '2025-07-11', index })
    const approved = index < 6 ? '2025-10-13' : null
    fundsOn(diary, profile, { quarter: '2025Q3', day: '2025-10-09', share: 0.55 + (index % 4) * 0.1, approved, index })
  }
}

type Telling = { quarter: string; day: Day; share: number; approved: Day | null; index: number }

function fundsOn(diary: Diary, profile: Profile, { quarter, day, share, approved, index }: Telling): void {
  const made = { id: 0 }
  diary.on(day, (as) => {
    const nobody = { onBehalfSource: null, onBehalfOn: null, revisionReason: null, remark: null }
    const input = { code: profile.work.code, quarter, lines: linesOf(profile, share, index), restNone: index % 5 !== 4, ...nobody }
    made.id = submitFunds(as(ownerOf(profile.unit ?? '')), input)
  })
  if (approved) diary.on(approved, (as) => approveFunds(as(actorNamed('bureau2')), made.id))
}

/** Sources by what they share of the whole; the last takes the rest, so that they make the declared total. */
const company = { own: 0.5, bank: 0.4, local: 0.1 }
const government = { 'special-bond': 0.3, 'central-budget': 0.4, local: 0.3 }

function linesOf({ totalYuan, unit }: Profile, share: number, index: number): FundInput['lines'] {
  const total = totalYuan ?? 0
  const parts = Object.entries(unit?.startsWith('演示企业') ? company : government)
  const ids = new Map(
    orm()
      .select()
      .from(fundSources)
      .orderBy(asc(fundSources.id))
      .all()
      .map(({ code, id }) => [code as string, id]),
  )
  const some = parts.map(([, part]) => Math.round((total * part) / wan) * wan)
  return parts.map(([code], at) => {
    const planned = at < parts.length - 1 ? (some[at] ?? 0) : total - some.slice(0, -1).reduce((sum, yuan) => sum + yuan, 0)
    const inPlace = Math.round((planned * (share - at * 0.1)) / wan) * wan
    // One unit in five does not say what is paid of its last source.
    const paid = index % 5 === 4 && at === parts.length - 1 ? null : Math.round((inPlace * 0.85) / wan) * wan
    return { sourceId: ids.get(code) ?? 0, planned, inPlace, paid }
  })
}

/** What statistics give of eight works: a little less than was reported, once more; two figures wait for a second person. */
export function tellStatistics(diary: Diary, profiles: readonly Profile[]): void {
  const planned = told(profiles).filter(({ plans }) => plans !== null)
  for (const [index, profile] of planned.slice(0, 8).entries()) {
    const [throughMonth, day] = index < 6 ? ['2025-08', '2025-09-18'] : ['2025-09', '2025-10-14']
    const yuan = Math.round((plannedToDate(profile, throughMonth) * profile.pace * (index === 2 ? 1.06 : 0.9 + index * 0.015)) / wan) * wan
    diary.on(day, (as) => {
      const said = { code: profile.work.code, throughMonth, yuan, source: '演示固定资产投资月报', revisionReason: null }
      const id = submitStatisticsInvestment(as(actorNamed('bureau1')), said)
      if (index < 6) approveStatisticsInvestment(as(actorNamed('bureau2')), id)
    })
  }
}

/** Where 入库纳统 of some works stands: on the way, in, never to be, and out again. */
const ways: readonly (readonly RegistrationState[])[] = [
  ['preparing'],
  ['declared'],
  ['registered'],
  ['registered'],
  ['preparing', 'declared', 'registered'],
  ['exempt'],
  ['registered', 'removed'],
  ['none'],
]
const why: Partial<Record<RegistrationState, string>> = {
  exempt: '计划总投资不足500万元，不需入库',
  removed: '停工超过规定期限，统计部门退库',
}

export function register(diary: Diary, profiles: readonly Profile[]): void {
  for (const [index, way] of ways.entries()) {
    const code = told(profiles)[index + 1]?.work.code
    if (code === undefined) continue
    for (const [version, state] of way.entries())
      diary.on(`2025-09-${16 + version * 3}`, (as) => {
        const onDay = `2025-${version + 5 < 10 ? '0' : ''}${version + 5}-20`
        const said = { documentNo: state === 'registered' ? '演示统字〔2025〕7号' : null, reason: why[state] ?? null, remark: null }
        recordRegistration(as(actorNamed('bureau1')), { code, version, state, onDay, ...said })
      })
  }
}
