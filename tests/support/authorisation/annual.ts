import { approveAnnualPlan, submitAnnualPlan } from '../../../db/commands/annual-plans'
import { approveYearList, returnYearList, submitYearList, withdrawYearList } from '../../../db/commands/year-lists'
import { annualPlanInput } from '../../../domain/annual-plan'
import { yearListInput } from '../../../domain/year-list'
import { ctxOf, type TestHouse } from '../house'
import { type Attempt, type Caller, given } from './attempt'

const bureau: Caller[] = ['bureau', 'bureau2']
const plan = annualPlanInput.parse({ code: 'P0001', version: '0', year: '2025', plannedYuan: '1000', documentNo: '东发改〔2025〕1号' })
const list = yearListInput.parse({ year: '2025', documentNo: '东政发〔2025〕3号', title: '年度计划', day: '2025-03-28' })
const planned = (t: TestHouse) => approveAnnualPlan(ctxOf(t.actors.bureau2), submitAnnualPlan(ctxOf(t.actors.owner), plan))
function drafted(t: TestHouse): number {
  planned(t)
  return submitYearList(ctxOf(t.actors.bureau), list)
}

export const annualAttempts: Attempt[] = [
  { command: 'submitYearList', may: bureau, prepare: (t) => given(planned(t), (ctx) => submitYearList(ctx, list)) },
  { command: 'approveYearList', may: ['bureau2'], prepare: (t) => given(drafted(t), (ctx, id) => approveYearList(ctx, id)) },
  { command: 'returnYearList', may: ['bureau2'], prepare: (t) => given(drafted(t), (ctx, id) => returnYearList(ctx, id, '补')) },
  { command: 'withdrawYearList', may: ['bureau'], prepare: (t) => given(drafted(t), (ctx, id) => withdrawYearList(ctx, id)) },
]
