import type { UnitKind } from './project-input'
import type { OrganisationKind } from './user'

/** What a unit named for the first time is: by its own words, else a 业主 is taken for a company and a 责任单位 for a department. */
const byEnding: readonly [RegExp, OrganisationKind][] = [
  [/(公司|集团|厂|合作社|农场|商行|店)$/, 'company'],
  [/(园区|开发区|产业园|管委会)$/, 'park'],
  [/([镇乡]|[镇乡](人民)?政府|街道办事处|街道)$/, 'town'],
  [/(局|委|委员会|办|办公室|中心|人民政府|所|站|院|联合会|总工会|妇联|残联|学校|医院)$/, 'department'],
]

export function newUnitKind(name: string, as: UnitKind): OrganisationKind {
  return byEnding.find(([ending]) => ending.test(name))?.[1] ?? (as === 'owner' ? 'company' : 'department')
}
