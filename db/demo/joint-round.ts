import { draftOn, type Papers, sendNotice } from './bulletin-steps'
import { actorNamed, office } from './cast'
import type { Diary } from './diary'
import { answerOn, keepFigureOn } from './inspection-owners'
import { Rectification } from './rectification'
import { makeJointRound, nameWorks, newRound, placeIn, type Round, take } from './round-steps'
import { goTo, plainSight, problemsAt, type Sight } from './site-visits'

const first = () => actorNamed('supervisor1')

const place = (round: Round) => ({ round, code: 'P0061', unit: office(3) })

/** 2025Q2, 联合: a person of the bureau goes along and records what is seen; its bulletin waits for the second supervisor. */
export function inspectJointly(diary: Diary, papers: Papers): void {
  const round = newRound()
  prepare(diary, round)
  sendNotice(diary, '2025-05-13', round, papers)
  visitSites(diary, round)
  answerOn(diary, '2025-05-26', place(round), '计量台账随后补齐，形象进度以监理签认数为准')
  keepFigureOn(diary, '2025-05-28', place(round), { figure: 'percent', reason: '监理已按清单复核，维持审定数' })
  rectify(diary, round)
  const requirement = { words: '补齐计量依据，今后随月报一并报送', dueOn: '2025-07-10' }
  draftOn(diary, '2025-06-24', { round, by: first, overall: '联合督查的项目总体平稳，计量依据需要规范。', requirement })
}

function prepare(diary: Diary, round: Round): void {
  const days = { fromDay: '2025-05-19', toDay: '2025-05-23' }
  const said = { quarter: '2025Q2', kind: 'joint', title: '农村与水利项目联合督查', announcement: 'announced', ...days } as const
  diary.on(
    '2025-05-12',
    (as) => {
      makeJointRound(as(first()), round, said)
      nameWorks(as(first()), round, ['P0021', 'P0061', 'P0101'])
    },
    14,
  )
}

const unmeasured = { category: 'data', severity: 'general', basis: '统计报表制度', facts: '上报形象进度无计量依据' } as const

function visitSites(diary: Diary, round: Round): void {
  const day = '2025-05-20'
  const less = { percent: 80 }
  const doubtful: Sight = { less, rating: { level: 'yellow', reason: '形象进度缺少依据' }, problems: [unmeasured], photo: 'frame' }
  diary.on(
    day,
    async (as) => {
      await goTo(as, { round, code: 'P0061', by: 'bureau3', day, sight: { less, words: '与督查室同行，记录所见' } })
      await goTo(as, { round, code: 'P0061', by: 'supervisor1', day, sight: doubtful })
      await goTo(as, { round, code: 'P0021', by: 'supervisor1', day, sight: plainSight('construction') })
    },
    18,
  )
  diary.on('2025-05-23', (as) => take(as(first()), round, 'end'), 18)
}

function rectify(diary: Diary, round: Round): void {
  new Rectification(diary, () => problemsAt(round, placeIn(round, 'P0061').projectId)[0]?.id ?? 0, office(3))
    .assign('2025-05-26', '2025-06-25')
    .acknowledge('2025-05-27')
    .plan('2025-05-30', '补齐计量台账')
    .start('2025-06-03')
    .request('2025-06-18', '计量台账已补齐并经监理签认', 'roof')
    .close('2025-06-20')
}
