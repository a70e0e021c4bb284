import { eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { found } from '../../domain/errors'
import { orm } from '../client'
import type { FirstAccount } from '../first-accounts'
import { plan } from '../plan'
import { type PlanOrganisation, planOrganisations } from '../plan-organisations'
import { organisations, users } from '../schema'

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 → 一, 12 → 十二, 59 → 五十九 */
export function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10)
  const ones = n % 10 === 0 ? '' : digits[n % 10]
  return tens === 0 ? `${ones}` : `${tens === 1 ? '' : digits[tens]}十${ones}`
}

export const enterprise = (n: number): string => `演示企业${chineseNumber(n)}`
export const office = (n: number): string => `演示单位${chineseNumber(n)}`
export const enterprises = 59
export const offices = 12

/** Units 一 and 二 run the library; the others answer for works. */
export const demoOrganisations: PlanOrganisation[] = [
  ...Array.from({ length: offices }, (_, index) => ({ name: office(index + 1), kind: 'department' as const })),
  ...Array.from({ length: enterprises }, (_, index) => ({ name: enterprise(index + 1), kind: 'company' as const })),
]

const staff: FirstAccount[] = [
  { role: 'bureau', username: 'bureau1', name: '谭工', organisation: office(1) },
  { role: 'bureau', username: 'bureau2', name: '罗工', organisation: office(1) },
  // Goes along to sites: on works of which one has entered or decided something, one records nothing.
  { role: 'bureau', username: 'bureau3', name: '戴工', organisation: office(1) },
  { role: 'supervisor', username: 'supervisor1', name: '督查员甲', organisation: office(2) },
  { role: 'supervisor', username: 'supervisor2', name: '督查员乙', organisation: office(2) },
  { role: 'leader', username: 'leader1', name: '领导甲', organisation: office(2) },
  { role: 'leader', username: 'leader2', name: '领导乙', organisation: office(2) },
  { role: 'admin', username: 'admin1', name: '管理员甲', organisation: office(2) },
  { role: 'admin', username: 'admin2', name: '管理员乙', organisation: office(2) },
  { role: 'auditor', username: 'auditor1', name: '审计员甲', organisation: office(2) },
  { role: 'auditor', username: 'auditor2', name: '审计员乙', organisation: office(2) },
]

/** Units that have somebody who reports: ten enterprises and the ten offices that answer for works. */
export const reportingUnits: string[] = [
  ...Array.from({ length: 10 }, (_, index) => enterprise(index + 1)),
  ...Array.from({ length: offices - 2 }, (_, index) => office(index + 3)),
]

const surnames = '李王张刘陈杨黄周吴徐孙马朱胡林郭何高罗郑'

export const demoAccounts: FirstAccount[] = [
  ...reportingUnits.map((organisation, index) => ({
    role: 'owner' as const,
    username: `owner${index + 1}`,
    name: `${surnames[index] ?? '王'}工`,
    organisation,
  })),
  ...staff,
]

export function actorNamed(username: string): UserActor {
  const { id, role, organisationId } = found(orm().select().from(users).where(eq(users.username, username)).get())
  return { kind: 'user', id, role, organisationId }
}

export function ownerOf(unit: string): UserActor {
  return actorNamed(`owner${reportingUnits.indexOf(unit) + 1}`)
}

export const organisationId = (name: string): number =>
  found(orm().select({ id: organisations.id }).from(organisations).where(eq(organisations.name, name)).get()).id

/** Short forms under which the plan's text calls the same firms and units. */
const shortNames = [
  '湖南机油泵',
  '雁翔湘',
  '蓬源鸿达',
  '东健',
  '聚味堂',
  '恒建农林',
  '恒建',
  '丰食园',
  '创大钒钨',
  '创大',
  '和富铜业',
  '和富',
  '盛和',
  '旭达',
  '清泉供水公司',
  '712矿',
  '湘泵',
  '圆通',
]

/** What must not stand beside an invented figure: every firm and office that the plan names. */
export function realNames(): string[] {
  const firms = planOrganisations().flatMap(({ name, kind }) => (kind === 'town' || kind === 'park' ? [] : [name]))
  return [...new Set([...firms, ...plan.chains.flatMap((chain) => chain.firms.map((firm) => firm.name)), ...shortNames])]
}

/** A title without real names; two works never get the same one. */
export function demoTitle(title: string, n: number): string {
  return realNames()
    .sort((a, b) => b.length - a.length)
    .reduce((masked, name) => masked.replaceAll(name, enterprise(n)), title)
}
