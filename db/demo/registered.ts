import type { Day } from '../../domain/calendar'
import type { NewFindingInput } from '../../domain/finding-input'
import { registerFinding } from '../commands/findings'
import { actorNamed, enterprise, office, organisationId } from './cast'
import type { Diary } from './diary'
import { Rectification, type Which } from './rectification'

type Told = Pick<NewFindingInput, 'source' | 'category' | 'severity' | 'facts' | 'foundBy'> & { about: { code: string } | { unit: string } }

/** What no visit found: the public, an audit that was mistaken, deputies whose word nobody has taken up yet. */
export function registerOthers(diary: Diary): void {
  const dust = { category: 'safety', severity: 'serious', facts: '夜间施工扬尘，围挡破损', foundBy: '群众来信' } as const
  new Rectification(diary, registerOn(diary, '2025-08-05', { ...dust, source: 'public', about: { code: 'P0071' } }), enterprise(1))
    .assign('2025-08-06', '2025-08-30')
    .acknowledge('2025-08-07')
    .plan('2025-08-11', '更换围挡，增加喷淋')
  const idle = { category: 'funds', severity: 'general', facts: '专项资金沉淀', foundBy: '审计组' } as const
  new Rectification(diary, registerOn(diary, '2025-08-12', { ...idle, source: 'audit', about: { unit: office(3) } }), office(3))
    .assign('2025-08-13', '2025-09-12')
    .proposeWithdrawal('2025-08-20', '经核实资金已于7月拨付，登记有误')
    .confirmWithdrawal('2025-08-21')
  const road = { category: 'other', severity: 'general', facts: '施工便道影响村民出行', foundBy: '代表建议' } as const
  registerOn(diary, '2025-10-15', { ...road, source: 'deputies', about: { code: 'P0104' } })
}

function registerOn(diary: Diary, day: Day, { about, ...told }: Told): Which {
  const made = { id: 0 }
  diary.on(day, (as) => {
    const place = 'code' in about ? { code: about.code, unitId: null } : { code: null, unitId: organisationId(about.unit) }
    made.id = registerFinding(as(actorNamed('supervisor1')), { ...told, ...place, basis: null, foundOn: day }).id
  })
  return () => made.id
}
