import type { Day, Month } from './calendar'
import type { ReportState } from './duty'

/** A work whose month is not as it should be; `unit` = who has to report it. */
export type LateWork = { code: string; name: string; state: ReportState; unitId: number | null; unit: string | null }
export const lateStates = ['missing', 'returned', 'due', 'late'] as const satisfies readonly ReportState[]
export type LateState = (typeof lateStates)[number]
/** States that ask for something to be done; `late` is only told. */
export const askedStates: readonly ReportState[] = ['missing', 'returned', 'due']

export type LateUnit = { unitId: number | null; unit: string | null; works: LateWork[]; contacts: string[] }

/** By unit, in the order of their names: nobody is ranked. Works of nobody stand last. */
export function byUnit(works: readonly LateWork[], contacts: ReadonlyMap<number, string[]>): LateUnit[] {
  const units = new Map<string, LateUnit>()
  for (const work of works) {
    const key = work.unit ?? ''
    const known = units.get(key) ?? { unitId: work.unitId, unit: work.unit, works: [], contacts: contacts.get(work.unitId ?? 0) ?? [] }
    units.set(key, { ...known, works: [...known.works, work] })
  }
  return [...units.values()].sort((a, b) => (a.unit === null ? 1 : b.unit === null ? -1 : a.unit < b.unit ? -1 : 1))
}

const monthText = (month: Month): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
const dayText = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
const list = (works: readonly LateWork[]): string => works.map(({ code, name }) => `${name}（${code}）`).join('、')

/** What may be sent to a unit as it stands, in Chinese whoever copies it; null when nothing is asked of it. */
export function reminderText({ unit, works }: Pick<LateUnit, 'unit' | 'works'>, month: Month, dueOn: Day, today: Day): string | null {
  const of = (state: ReportState) => works.filter((work) => work.state === state)
  const [open, returned] = [[...of('missing'), ...of('due')], of('returned')]
  if (open.length + returned.length === 0) return null
  const parts = [
    open.length > 0
      ? `${list(open)}的${monthText(month)}进度还没有填报，${today > dueOn ? `已过截止日（${dayText(dueOn)}）` : `请在${dayText(dueOn)}前报送`}`
      : null,
    returned.length > 0 ? `${list(returned)}的${monthText(month)}填报已退回，请按退回意见改正后重新报送` : null,
  ]
  return `${unit ?? '有关单位'}：${parts.filter(Boolean).join('；')}。请登录重大项目库办理；确无变化的，点“本月无变化”即可。（请勿填写涉密信息）`
}

/** One text for all units, a paragraph each. */
export const allReminders = (units: readonly LateUnit[], month: Month, dueOn: Day, today: Day): string =>
  units.flatMap((unit) => reminderText(unit, month, dueOn, today) ?? []).join('\n\n')
