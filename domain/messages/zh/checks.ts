import type { Warning } from '../../update-checks'

/** Oddities that go through with a sentence of explanation. */
export const checks: Record<Warning, string> = {
  lowered: '本年累计比上次审定的还少，当月成了负数。',
  'above-later': '比之后月份已审定的本年累计还多。',
  'three-zeros': '连续三个月没有完成投资。',
  'over-total': '累计投资超过总投资的 120%。',
  'done-uninvested': '形象进度填了 100%，累计投资却不到总投资的 80%。',
  'percent-fell': '形象进度比上次审定的低。',
  'quantity-fell': '累计完成数量比上次审定的少。',
  'below-plan': '当月完成低于计划的 60%。',
}
