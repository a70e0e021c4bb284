import { eq } from 'drizzle-orm'
import { orm } from '../client'
import { settleVisit } from '../commands/settle-visits'
import { signSummary } from '../commands/visit-summaries'
import { findingExtensions } from '../schema'
import { draftOn, issueOn, type Papers, sendNotice } from './bulletin-steps'
import { actorNamed, enterprise, office } from './cast'
import type { Diary } from './diary'
import { answerOn, askRevisionOn, handInOn, keepFigureOn, reviseOn } from './inspection-owners'
import { Rectification, type Which } from './rectification'
import {
  addByRules,
  askForMaterials,
  drawSome,
  inspectorOf,
  listOf,
  makeRound,
  nameWorks,
  newRound,
  placeIn,
  type Round,
  shareOut,
  take,
} from './round-steps'
import { goTo, plainSight, problemsAt, type Sight } from './site-visits'

const first = () => actorNamed('supervisor1')
const second = () => actorNamed('supervisor2')

const named = ['P0001', 'P0002', 'P0018', 'P0020', 'P0044', 'P0053', 'P0071']
const sights: Record<string, Sight> = {
  P0001: {
    less: { percent: 75 },
    rating: { level: 'red', reason: '形象进度明显落后于上报' },
    problems: [{ category: 'schedule', severity: 'serious', basis: '年度投资计划', facts: '主体车间停工三周，未报告' }],
    photo: 'frame',
  },
  P0018: {
    less: { quantity: 80 },
    rating: { level: 'red', reason: '两座水库大坝渗漏处理不到位' },
    problems: [{ category: 'quality', severity: 'major', basis: '小型水库除险加固规范', facts: '两座水库灌浆记录缺失，坝脚有渗水' }],
    photo: 'foundation',
  },
  P0020: { problems: [{ category: 'funds', severity: 'serious', basis: null, facts: '配套资金未到位，拖欠工程款两期' }] },
  P0044: { problems: [{ category: 'land', severity: 'general', basis: '临时用地批复', facts: '超出临时用地批复范围堆料' }] },
  P0053: {
    less: { investment: 85 },
    problems: [{ category: 'approval', severity: 'general', basis: null, facts: '穿越河道段涉河审批未办结即开工' }],
  },
}

/** 2025Q2: a second draw, a visit outside the plan, what was answered, corrected, extended, transferred, sent back, reopened; still rectifying. */
export function inspectSecondQuarter(diary: Diary, papers: Papers): Round {
  const round = newRound()
  prepare(diary, round, papers)
  visitSites(diary, round)
  answer(diary, round)
  rectify(diary, round)
  const requirement = { words: '停工项目7月10日前复工，并说明原因', dueOn: '2025-07-10' }
  const overall = '在建项目总体推进，部分项目上报进度与现场不符，需引起重视。'
  const bulletin = draftOn(diary, '2025-06-25', { round, by: second, overall, requirement })
  issueOn(diary, '2025-06-27', bulletin, papers, first)
  diary.on('2025-07-01', (as) => take(as(first()), round, 'rectify'))
  return round
}

function prepare(diary: Diary, round: Round, papers: Papers): void {
  diary.on(
    '2025-06-03',
    (as) => {
      const days = { fromDay: '2025-06-10', toDay: '2025-06-20' }
      makeRound(as(first()), round, {
        quarter: '2025Q2',
        kind: 'quarterly',
        title: '2025年第二季度重大项目督查',
        announcement: 'announced',
        ...days,
      })
      nameWorks(as(first()), round, named)
      addByRules(as(first()), round, ['paused', 'every-chain'])
      drawSome(as, round, 3, 'sector')
    },
    14,
  )
  diary.on(
    '2025-06-04',
    (as) => {
      drawSome(as, round, 2, 'town', '第一次抽取的项目集中在县城，补抽乡镇项目')
      shareOut(as(first()), round, '2025-06-11', ['P0002'])
      askForMaterials(as(first()), round, '2025-06-10')
    },
    14,
  )
  sendNotice(diary, '2025-06-05', round, papers)
  handInOn(diary, '2025-06-09', { round, code: 'P0071', unit: enterprise(1) }, 3)
}

function visitSites(diary: Diary, round: Round): void {
  for (const [at, day] of ['2025-06-11', '2025-06-13', '2025-06-17'].entries())
    diary.on(
      day,
      async (as) => {
        for (const { code, stage } of listOf(round).filter((_, index) => index % 3 === at)) {
          const sight = { ...plainSight(stage), ...sights[code] }
          await goTo(as, { round, code, by: inspectorOf(round, code), day, sight })
        }
      },
      18,
    )
  diary.on(
    '2025-06-18',
    async (as) => {
      const rating = { level: 'yellow', reason: '设备基础施工偏慢' } as const
      await goTo(as, { round, code: 'P0002', by: 'supervisor2', day: '2025-06-18', sight: { less: { percent: 92 }, rating } })
      const stray = await goTo(as, {
        round,
        code: 'P0001',
        by: strayTo(round, 'P0001'),
        day: '2025-06-18',
        sight: { less: { percent: 70 } },
      })
      const looks = inspectorOf(round, 'P0001') === 'supervisor1' ? first : second
      settleVisit(as(looks()), { id: stray, outcome: 'counts', reason: '临时调整分组，情况属实' })
    },
    18,
  )
  diary.on('2025-06-19', (as) => {
    const words = '两人所见基本一致，形象进度以后一次为准'
    const rated = { level: 'yellow' as const, reason: '设备基础施工偏慢', why: null, version: 0 }
    signSummary(as(first()), { roundWorkId: placeIn(round, 'P0002').id, words, ...rated })
  })
  diary.on('2025-06-20', (as) => take(as(first()), round, 'end'), 18)
}

/** The one of the two who was not sent there. */
export const strayTo = (round: Round, code: string): string => (inspectorOf(round, code) === 'supervisor1' ? 'supervisor2' : 'supervisor1')

function answer(diary: Diary, round: Round): void {
  const at = (code: string, unit: string) => ({ round, code, unit })
  const machines = at('P0001', enterprise(1))
  answerOn(diary, '2025-06-17', machines, '停工系等待设备基础验收，已列入7月计划，7月上旬复工')
  askRevisionOn(diary, '2025-06-23', machines, { figure: 'percent', reason: '请按现场核定数更正5月形象进度' })
  reviseOn(diary, '2025-07-02', machines, { period: '2025-05', percent: '43', step: '主体施工' })
  const reservoirs = at('P0018', office(10))
  answerOn(diary, '2025-06-20', reservoirs, '两座水库已停止蓄水，灌浆记录正在补充检测，7月底前完成处理')
  keepFigureOn(diary, '2025-06-24', reservoirs, { figure: 'quantity', reason: '完成座数按验收单计，维持审定数' })
  const glass = at('P0002', enterprise(2))
  answerOn(diary, '2025-06-25', glass, '设备基础班组已增加一倍，6月底前追回进度')
  keepFigureOn(diary, '2025-06-24', glass, { figure: 'percent', reason: '设备基础已隐蔽，按监理签认数维持' })
  const pipeline = at('P0053', office(5))
  keepFigureOn(diary, '2025-06-24', pipeline, { figure: 'investment', reason: '管材款已按合同支付，维持审定数' })
}

function rectify(diary: Diary, round: Round): void {
  const at = (code: string) => () => problemsAt(round, placeIn(round, code).projectId)[0]?.id ?? 0
  const begun = (code: string, unit: string, dueOn: string, plan: string) =>
    new Rectification(diary, at(code), unit).assign('2025-06-23', dueOn).acknowledge('2025-06-24').plan('2025-06-27', plan)
  begun('P0001', enterprise(1), '2025-07-20', '7月上旬复工，增加一个班组')
    .start('2025-07-01')
    .request('2025-07-14', '车间已复工', 'frame')
    .sendBack('2025-07-16', '照片看不出复工部位，请补充施工日志', '2025-08-05')
    .start('2025-07-17')
    .request('2025-07-28', '已补充施工日志和近景照片', 'roof')
    .close('2025-07-30')
  begun('P0018', office(10), '2025-08-15', '逐座补做压水试验并复灌')
    .start('2025-07-02')
    .request('2025-08-11', '两座水库复灌完成，渗水消除', 'roof')
    .closeToLookAgain('2025-08-13', '2025-10-10')
    .reopen('2025-10-10', '回头看发现一座水库坝脚再次渗水')
  begun('P0020', office(12), '2025-07-25', '与财政对接，分两期拨付')
    .start('2025-07-03')
    .askForTime('2025-07-18', '2025-11-30', '第二批债券资金10月下达')
    .giveTime('2025-07-21', extensionOf(at('P0020')))
  new Rectification(diary, at('P0053'), office(5))
    .assign('2025-06-23', '2025-07-31')
    .transfer('2025-06-26', office(7))
    .acknowledge('2025-06-27')
    .plan('2025-07-02', '7月20日前办结涉河审批')
    .start('2025-07-07')
    .request('2025-07-22', '涉河审批已批复', 'foundation')
    .close('2025-07-24')
  begun('P0044', office(6), '2025-09-10', '9月上旬清退占用并复绿')
}

const extensionOf = (which: Which) => () =>
  orm().select().from(findingExtensions).where(eq(findingExtensions.findingId, which())).get()?.id ?? 0
