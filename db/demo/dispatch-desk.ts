import { and, asc, eq, gte } from 'drizzle-orm'
import { found } from '../../domain/errors'
import { orm } from '../client'
import { instructCondition, recordDecision } from '../commands/condition-decisions'
import { listCondition, listMatter, settleItem } from '../commands/meeting-items'
import { callMeeting, closeMeeting } from '../commands/meetings'
import { conditions, meetingItems, meetings } from '../schema'
import { actorNamed, office, organisationId } from './cast'
import type { As, Diary } from './diary'

const bureau = () => actorNamed('bureau1')

/** What no unit settled: a leader instructs, a meeting decides; and two weeks of dispatch, the second with what the first left open. */
export function holdMeetings(diary: Diary): void {
  diary.on('2025-09-19', firstWeek)
  diary.on('2025-09-24', (as) => closeMeeting(as(bureau()), lastMeeting()))
  diary.on('2025-09-26', (as) => {
    const { id, version } = unanswered(1)
    instructCondition(as(actorNamed('leader1')), { id, version, words: '请责任单位一周内拿出办理意见，发改局跟踪督办。' })
  })
  diary.on('2025-09-29', decide)
  diary.on('2025-10-10', secondWeek)
}

/** Conditions that nobody has answered and that stand with the leaders, the oldest first. */
const unanswered = (at: number) =>
  found(
    orm()
      .select()
      .from(conditions)
      .where(and(eq(conditions.state, 'open'), gte(conditions.level, 2)))
      .orderBy(asc(conditions.id))
      .all()[at],
  )

const lastMeeting = () => found(orm().select().from(meetings).orderBy(asc(meetings.id)).all().at(-1))
const duty = (unit: number, person: string, dueOn: string) => ({ unitId: organisationId(office(unit)), person, dueOn })

function firstWeek(as: As): void {
  const meetingId = callMeeting(as(bureau()), {
    kind: 'weekly',
    title: '9月第4周调度会',
    heldOn: '2025-09-22',
    place: '二楼会议室（演示）',
  })
  const road = { problem: '施工便道占用农田，复耕方案未定', measure: '本周内报复耕方案', ...duty(3, '王工', '2025-09-26') }
  const line = listMatter(as(bureau()), { meetingId, code: 'P0042', ...road })
  const data = { problem: '部分项目月报与台账不一致', measure: '逐项核对，差异说明随月报报送', ...duty(1, '谭工', '2025-10-10') }
  listMatter(as(bureau()), { meetingId, code: null, ...data })
  const { version } = found(orm().select().from(meetingItems).where(eq(meetingItems.id, line)).get())
  settleItem(as(actorNamed('bureau2')), { id: line, version, words: '复耕方案已报，监理签字确认' })
}

function decide(as: As): void {
  const county = { kind: 'county' as const, title: '县长办公会（第9次，演示）', heldOn: '2025-09-29', place: null }
  const meetingId = callMeeting(as(bureau()), county)
  const { id, version } = unanswered(0)
  const words = '缺口资金由业主和责任单位各筹一半，10月底前到位。'
  recordDecision(as(bureau()), { id, version, words, decidedOn: '2025-09-29', meetingId, documentNo: '演示纪要〔2025〕9号' })
  closeMeeting(as(bureau()), lastMeeting())
}

function secondWeek(as: As): void {
  const meetingId = callMeeting(as(bureau()), { kind: 'weekly', title: '10月第2周调度会', heldOn: '2025-10-13', place: null })
  const { id } = unanswered(2)
  listCondition(as(bureau()), { meetingId, conditionId: id, measure: '会同自然资源部门答复报批批次', ...duty(5, '李工', '2025-10-20') })
  const power = { problem: '园区专线未定，影响设备调试', measure: '供电单位本月答复接入方案', ...duty(4, '张工', '2025-10-24') }
  listMatter(as(bureau()), { meetingId, code: 'P0001', ...power })
}
