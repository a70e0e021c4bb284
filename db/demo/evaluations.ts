import { eq } from 'drizzle-orm'
import { found } from '../../domain/errors'
import { orm } from '../client'
import { draftEvaluation, editEvaluation, proposeEvaluation } from '../commands/evaluations'
import { issueEvaluation } from '../commands/evaluations-issue'
import { approveIndicatorValue, submitIndicatorValue } from '../commands/indicators'
import { evaluations } from '../schema'
import type { Papers } from './bulletin-steps'
import { actorNamed } from './cast'
import type { As, Diary } from './diary'

const firstYear = 2022

/** Made up like all figures here: by the number of the indicator, the years 2022 to 2024; null = nobody told. */
const values: Record<string, readonly (string | null)[]> = {
  '1': ['312.4', '327.9', '341.6'],
  '15-1': ['41620', '44180', '46730'],
  '19': ['11.1', '11.2', null],
  '22': ['2.8', '2.9', '2.9'],
  '26': ['53.66', null, '53.71'],
  '27': ['43.9', '44.2', '44.6'],
  '28': ['9.6', '9.9', '10.3'],
}

/** Each March the values of the year before, one of them still waiting; in April the evaluation of 2024, drawn up by one and issued by another. */
export function evaluatePlan(diary: Diary, papers: Papers): void {
  for (const [no, told] of Object.entries(values))
    for (const [at, value] of told.entries()) if (value) tellValue(diary, no, firstYear + at, value)
  const draft = { id: 0 }
  diary.on('2025-04-08', (as) => {
    draft.id = draftEvaluation(as(actorNamed('bureau1')), { kind: 'annual', year: 2024 })
    editEvaluation(as(actorNamed('bureau1')), { ...stepOf(draft.id), ...texts })
    proposeEvaluation(as(actorNamed('bureau1')), stepOf(draft.id))
  })
  diary.on(
    '2025-04-15',
    async (as) => {
      const { word, page } = await papers()
      const issue = { ...stepOf(draft.id), signer: '领导甲', day: '2025-04-15' as const }
      await issueEvaluation(as(actorNamed('bureau2')), issue, async (paper) => ({ word: await word(paper), page: page(paper) }))
    },
    16,
  )
}

function tellValue(diary: Diary, no: string, year: number, value: string): void {
  const source = { source: '演示数据，不是统计数', document: null, revisionReason: null }
  const day = year === 2022 ? ('2024-03-20' as const) : (`${year + 1}-03-2${Number.parseInt(no, 10) % 8}` as const)
  const waits = no === '27' && year === 2024
  diary.on(day, (as: As) => {
    const id = submitIndicatorValue(as(actorNamed('bureau1')), { no, year, value, ...source })
    if (!waits) approveIndicatorValue(as(actorNamed('bureau2')), id)
  })
}

const texts = {
  title: '“十四五”规划 2024 年度评估报告',
  issuer: '发展和改革局',
  addressee: '县人民政府',
  opening: '现将规划实施情况报告如下。本报告是演示，数字均为虚构。',
  measures: '按月调度，按季督查，要素保障逐件销号。',
  problems: '部分指标没有人报送年度值，部分项目没有定业主。',
  proposals: '尽快补齐没有人报送的指标，落实项目责任单位。',
  closing: null,
}

const stepOf = (id: number) => ({ id, version: found(orm().select().from(evaluations).where(eq(evaluations.id, id)).get()).version })
