import { eq } from 'drizzle-orm'
import { orm } from '../../db/client'
import { draftEvaluation, proposeEvaluation } from '../../db/commands/evaluations'
import { submitIndicatorValue } from '../../db/commands/indicators'
import { openPeriod } from '../../db/commands/periods'
import { evaluations } from '../../db/schema'
import { indicatorValueInput } from '../../domain/indicator-input'
import { periodInput } from '../../domain/next-period'
import { ctxOf, type TestHouse } from './house'
import { typed } from './typed'

type Fields = Record<string, string>

export const valueFields = (more: Fields = {}) =>
  typed(indicatorValueInput, { no: '3', year: '2024', value: '14.5', source: '财政决算', ...more })

export const enteredValue = (t: TestHouse, more: Fields = {}): number => submitIndicatorValue(ctxOf(t.actors.bureau), valueFields(more))

/** The annual evaluation of 2024, drafted by the first of the bureau unless it is there. */
export function draftedEvaluation(t: TestHouse): number {
  const open = orm().select({ id: evaluations.id }).from(evaluations).where(eq(evaluations.state, 'drafted')).get()
  return open?.id ?? draftEvaluation(ctxOf(t.actors.bureau), { kind: 'annual', year: 2024 })
}

export const evaluationStep = (id: number) => ({
  id,
  version: orm().select({ version: evaluations.version }).from(evaluations).where(eq(evaluations.id, id)).get()?.version ?? 0,
})

export function proposedEvaluation(t: TestHouse) {
  const id = draftedEvaluation(t)
  proposeEvaluation(ctxOf(t.actors.bureau), evaluationStep(id))
  return evaluationStep(id)
}

export const nextPeriod = typed(periodInput, { id: '15', name: '“十五五”规划', fromDay: '2026-01-01', toDay: '2030-12-31' })
export const openedPeriod = (t: TestHouse): string => openPeriod(ctxOf(t.actors.bureau), nextPeriod)
