import { draftOn, issueOn, type Papers, sendNotice } from './bulletin-steps'
import { actorNamed, enterprise, office } from './cast'
import type { Diary } from './diary'
import { handInOn, keepFigureOn } from './inspection-owners'
import { Rectification } from './rectification'
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

const named = ['P0001', 'P0002', 'P0014', 'P0020', 'P0042', 'P0053']
const sights: Record<string, Sight> = {
  P0001: {
    less: { percent: 90 },
    rating: { level: 'yellow', reason: '设备到货晚于计划' },
    problems: [{ category: 'safety', severity: 'serious', basis: '施工安全检查标准', facts: '基坑临边防护缺失，警示标志不全' }],
    photo: 'foundation',
  },
  P0014: { problems: [{ category: 'data', severity: 'general', basis: null, facts: '施工日志与月报形象进度不一致' }] },
  P0042: {
    unchecked: { investment: '资金凭证在县外审计，未带回' },
    problems: [{ category: 'schedule', severity: 'general', basis: '年度计划', facts: '一标段连续两周无人施工' }],
    photo: 'frame',
  },
  P0053: { less: { percent: 85 } },
}

/** 2025Q1: announced, scoped by name, rules and a draw; its findings were closed, its bulletin issued, and so the round is closed. */
export function inspectFirstQuarter(diary: Diary, papers: Papers): void {
  const round = newRound()
  prepare(diary, round, papers)
  visitSites(diary, round)
  rectify(diary, round)
  const asked = { round, code: 'P0053', unit: office(5) }
  const machines = { round, code: 'P0001', unit: enterprise(1) }
  keepFigureOn(diary, '2025-03-27', machines, { figure: 'percent', reason: '差额在计量误差之内，维持审定数' })
  keepFigureOn(diary, '2025-03-27', asked, { figure: 'percent', reason: '隐蔽工程已验收，现场看不到，维持审定数' })
  const requirement = { words: '对照问题清单逐项整改，按期报送佐证', dueOn: '2025-04-25' }
  const overall = '多数项目按序时推进，个别项目安全防护和台账管理不到位。'
  const bulletin = draftOn(diary, '2025-03-26', { round, by: first, overall, requirement })
  issueOn(diary, '2025-03-28', bulletin, papers, second)
  diary.on('2025-04-01', (as) => take(as(first()), round, 'rectify'))
  diary.on('2025-06-12', (as) => take(as(second()), round, 'close'))
}

function prepare(diary: Diary, round: Round, papers: Papers): void {
  diary.on(
    '2025-03-03',
    (as) => {
      const days = { fromDay: '2025-03-10', toDay: '2025-03-21' }
      makeRound(as(first()), round, {
        quarter: '2025Q1',
        kind: 'quarterly',
        title: '2025年第一季度重大项目督查',
        announcement: 'announced',
        ...days,
      })
      nameWorks(as(first()), round, named)
      addByRules(as(first()), round, ['every-chain'])
    },
    14,
  )
  diary.on(
    '2025-03-04',
    (as) => {
      drawSome(as, round, 4, 'sector')
      shareOut(as(first()), round, '2025-03-11')
      askForMaterials(as(first()), round, '2025-03-10')
    },
    14,
  )
  sendNotice(diary, '2025-03-05', round, papers)
  handInOn(diary, '2025-03-07', { round, code: 'P0001', unit: enterprise(1) }, 3)
  handInOn(diary, '2025-03-08', { round, code: 'P0014', unit: office(6) }, 2)
}

/** Two sites a day and group; where nothing else is told, what was reported is what was seen. */
function visitSites(diary: Diary, round: Round): void {
  for (const [at, day] of ['2025-03-11', '2025-03-13', '2025-03-17', '2025-03-19'].entries())
    diary.on(
      day,
      async (as) => {
        for (const { code, stage } of listOf(round).filter((_, index) => index % 4 === at)) {
          const sight = { ...plainSight(stage), ...sights[code] }
          await goTo(as, { round, code, by: inspectorOf(round, code), day, sight })
        }
      },
      18,
    )
  diary.on('2025-03-21', (as) => take(as(first()), round, 'end'), 18)
}

function rectify(diary: Diary, round: Round): void {
  const at = (code: string) => () => problemsAt(round, placeIn(round, code).projectId)[0]?.id ?? 0
  const closed = (code: string, unit: string, words: string) =>
    new Rectification(diary, at(code), unit)
      .assign('2025-03-24', '2025-04-20')
      .acknowledge('2025-03-25')
      .plan('2025-03-27', '本月内完成整改，专人负责')
      .start('2025-03-31')
      .request('2025-04-14', words, 'frame')
      .close('2025-04-17')
  closed('P0001', enterprise(1), '临边防护已全部安装，警示标志齐全')
  closed('P0014', office(6), '施工日志已逐日补正，与月报一致')
  closed('P0042', office(4), '一标段已复工，增加两个班组')
}
