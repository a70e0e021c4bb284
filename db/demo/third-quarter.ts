import { addDays, type Day } from '../../domain/calendar'
import { carryOver } from '../commands/carry'
import { type Papers, sendNotice } from './bulletin-steps'
import { actorNamed, enterprise } from './cast'
import type { Diary } from './diary'
import { askRevisionOn, handInOn } from './inspection-owners'
import { Rectification } from './rectification'
import {
  addByRules,
  askForMaterials,
  drawSome,
  inspectorOf,
  makeRound,
  nameWorks,
  newRound,
  placeIn,
  type Round,
  refOf,
  shareOut,
} from './round-steps'
import { strayTo } from './second-quarter'
import { goTo, plainSight, problemsAt, type Sight } from './site-visits'

const first = () => actorNamed('supervisor1')

const named = ['P0001', 'P0002', 'P0003', 'P0004', 'P0008', 'P0009', 'P0018', 'P0071', 'P0101']
const visitDays: Record<string, Day> = {
  ...{ P0003: '2025-09-23', P0004: '2025-09-24', P0008: '2025-09-25', P0009: '2025-09-26', P0002: '2025-09-28' },
  ...{ P0101: '2025-10-13', P0001: '2025-10-14' },
}
const sights: Record<string, Sight> = {
  P0001: {
    less: { percent: 80 },
    rating: { level: 'red', reason: '关键设备未到货，进度与上报差距大' },
    problems: [{ category: 'schedule', severity: 'serious', basis: '年度投资计划', facts: '关键设备未到货，四季度目标难以完成' }],
    photo: 'frame',
  },
  P0003: {
    problems: [{ category: 'safety', severity: 'serious', basis: '安全生产法', facts: '爆破物品临时存放点无专人看守' }],
    photo: 'foundation',
  },
  P0004: { problems: [{ category: 'data', severity: 'general', basis: null, facts: '养殖基地投入未分类入账' }] },
  P0008: {
    less: { investment: 80 },
    problems: [{ category: 'land', severity: 'general', basis: null, facts: '游客中心用地手续未办结' }],
    photo: 'roof',
  },
  P0009: { problems: [{ category: 'other', severity: 'general', basis: null, facts: '公示牌信息与备案不一致' }] },
}

/** 2025Q3: under way on the day of the demonstration; carried on from the second quarter, with every kind of thing waiting for somebody. */
export function inspectThirdQuarter(diary: Diary, papers: Papers, before: Round): void {
  const round = newRound()
  prepare(diary, round, papers, before)
  visitSites(diary, round)
  rectify(diary, round)
  askRevisionOn(
    diary,
    '2025-10-09',
    { round, code: 'P0008', unit: enterprise(8) },
    { figure: 'investment', reason: '请附支付凭证更正8月数' },
  )
}

function prepare(diary: Diary, round: Round, papers: Papers, before: Round): void {
  diary.on(
    '2025-09-12',
    (as) => {
      const days = { fromDay: '2025-09-22', toDay: '2025-10-24' }
      makeRound(as(first()), round, {
        quarter: '2025Q3',
        kind: 'quarterly',
        title: '2025年第三季度重大项目督查',
        announcement: 'announced',
        ...days,
      })
      nameWorks(as(first()), round, named)
      addByRules(as(first()), round, ['every-sector', 'overdue-rectification'])
      carryOver(as(first()), { ...refOf(round), findings: problemsAt(before, placeIn(before, 'P0044').projectId).map(({ id }) => id) })
      drawSome(as, round, 5, 'chain')
    },
    14,
  )
  diary.on(
    '2025-09-15',
    (as) => {
      shareOut(as(first()), round, '2025-09-23', ['P0002'])
      askForMaterials(as(first()), round, '2025-09-22')
    },
    14,
  )
  sendNotice(diary, '2025-09-16', round, papers)
  handInOn(diary, '2025-09-19', { round, code: 'P0001', unit: enterprise(1) }, 2)
  handInOn(diary, '2025-09-24', { round, code: 'P0003', unit: enterprise(3) }, 3)
}

function visitSites(diary: Diary, round: Round): void {
  for (const [code, day] of Object.entries(visitDays))
    diary.on(
      day,
      async (as) => {
        const sight = { ...plainSight('construction'), ...sights[code] }
        await goTo(as, { round, code, by: inspectorOf(round, code), day, sight })
      },
      18,
    )
  diary.on(
    '2025-09-28',
    async (as) => {
      const rating = { level: 'yellow', reason: '安装班组不足' } as const
      await goTo(as, { round, code: 'P0002', by: 'supervisor2', day: '2025-09-28', sight: { less: { percent: 90 }, rating } })
    },
    18,
  )
  // Nobody of the other group was sent there: the visit waits for a supervisor who did not go.
  diary.on(
    '2025-09-29',
    async (as) => {
      await goTo(as, { round, code: 'P0003', by: strayTo(round, 'P0003'), day: '2025-09-29' })
    },
    18,
  )
}

function rectify(diary: Diary, round: Round): void {
  const at = (code: string, unit: string) =>
    new Rectification(diary, () => problemsAt(round, placeIn(round, code).projectId)[0]?.id ?? 0, unit)
  const assigned = (code: string, unit: string, day: Day) => at(code, unit).assign(day, addDays(day, 40))
  assigned('P0003', enterprise(3), '2025-09-25')
    .acknowledge('2025-09-26')
    .plan('2025-09-28', '落实专人看守，增设视频监控')
    .start('2025-09-29')
    .request('2025-10-13', '看守人员和监控已到位', 'roof')
  assigned('P0004', enterprise(4), '2025-10-14')
  assigned('P0008', enterprise(8), '2025-09-28')
    .acknowledge('2025-09-29')
    .plan('2025-10-09', '10月底前报批用地')
    .start('2025-10-10')
    .askForTime('2025-10-14', '2025-12-15', '用地指标年底前下达')
  assigned('P0009', enterprise(9), '2025-09-29').acknowledge('2025-09-30').proposeWithdrawal('2025-10-15', '公示牌已由主管部门另案处理')
}
