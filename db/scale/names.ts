import type { Chance } from '../demo/chance'
import type { FirstAccount } from '../first-accounts'
import { plan } from '../plan'
import type { PlanOrganisation } from '../plan-organisations'

/** Made-up names of the length and variety of real ones; each says 样例, so that nobody takes it for a firm or a work of the county. */
const places = plan.places.filter(({ kind }) => kind === 'town').map(({ name }) => name)
const trades = ['机械', '建材', '粮油', '生物', '电子', '农林', '文旅', '物流', '环保', '矿业', '水务', '建设']
const objects = [
  '标准化厂房',
  '中型灌区续建配套',
  '农村公路提质改造',
  '油茶低产林改造',
  '污水处理厂及配套管网',
  '冷链物流中心',
  '小型水库除险加固',
  '高标准农田',
  '乡镇卫生院',
  '老旧小区改造',
  '泵类产品智能生产线',
  '精细化工中间体',
  '土菜食材加工基地',
  '景区游客服务中心',
  '输变电工程',
  '中心学校扩容',
]
const kinds = ['新建项目', '扩建工程', '技术改造项目', '提升工程', '一期工程', '二期工程']

export const reportingUnits = 40
const otherUnits = 240
const offices = 20

const numbered = (n: number, digits: number): string => String(n).padStart(digits, '0')
const company = (n: number): string => `样例${places[n % places.length]}${trades[n % trades.length]}有限公司${numbered(n, 3)}`
const office = (n: number): string => `样例部门${numbered(n, 2)}`
const numbers = (count: number, from = 1): number[] => Array.from({ length: count }, (_, index) => from + index)

/** The first forty have somebody who signs in and reports. */
export const companies: string[] = numbers(reportingUnits + otherUnits).map(company)
export const departments: string[] = numbers(offices).map(office)

export const scaleOrganisations: PlanOrganisation[] = [
  ...departments.map((name) => ({ name, kind: 'department' as const })),
  ...companies.map((name) => ({ name, kind: 'company' as const })),
]

const [first = '', second = '', third = ''] = departments
const staff: FirstAccount[] = [
  { role: 'bureau', username: 'bureau1', name: '样例经办人甲', organisation: first },
  { role: 'bureau', username: 'bureau2', name: '样例经办人乙', organisation: first },
  { role: 'supervisor', username: 'supervisor1', name: '样例督查员甲', organisation: second },
  { role: 'supervisor', username: 'supervisor2', name: '样例督查员乙', organisation: second },
  { role: 'leader', username: 'leader1', name: '样例领导', organisation: third },
  { role: 'admin', username: 'admin1', name: '样例管理员', organisation: third },
  { role: 'auditor', username: 'auditor1', name: '样例审计员', organisation: third },
]

export const scaleAccounts: FirstAccount[] = [
  ...staff,
  ...companies.slice(0, reportingUnits).map((organisation, index) => ({
    role: 'owner' as const,
    username: `owner${index + 1}`,
    name: `样例经办人${index + 1}`,
    organisation,
  })),
]

export const place = (chance: Chance): string => chance.pick(places)
export const workName = (n: number, town: string, chance: Chance): string =>
  `样例${town}${chance.pick(objects)}${chance.pick(kinds)}${numbered(n, 5)}`
