import { z } from 'zod'

export const stages = ['unknown', 'reserve', 'preparatory', 'construction', 'completed', 'operation', 'paused', 'withdrawn'] as const
export type Stage = (typeof stages)[number]

/** `confirmed` = the bureau has looked; a confirmed project may also be in no chain. */
export const chainBases = ['stated', 'suggested', 'unknown', 'confirmed'] as const
export type ChainBasisKind = (typeof chainBases)[number]

/** Chapter 10's words: 突破重大 / 续建 / 产业 / 民生. */
export const categories = ['breakthrough', 'continued', 'industrial', 'livelihood'] as const
export type Category = (typeof categories)[number]

/** The same chapter's classes of industry: 招商 / 新兴产业 / 主导产业; a work may be of one, beside its category. */
export const industryClasses = ['investment-promotion', 'emerging', 'leading'] as const
export type IndustryClass = (typeof industryClasses)[number]

/** Whose list of key projects a work is on. */
export const projectLevels = ['national', 'province', 'city', 'county'] as const
export type ProjectLevel = (typeof projectLevels)[number]

/** From where a stage may move where. Leaving `withdrawn` needs a new decision, so it is not here. */
const stageMoves: Record<Stage, readonly Stage[]> = {
  unknown: ['reserve', 'preparatory', 'construction', 'completed', 'operation', 'paused', 'withdrawn'],
  reserve: ['preparatory', 'construction', 'paused', 'withdrawn'],
  preparatory: ['reserve', 'construction', 'paused', 'withdrawn'],
  construction: ['completed', 'operation', 'paused', 'withdrawn'],
  completed: ['operation', 'construction'],
  operation: ['completed'],
  paused: ['reserve', 'preparatory', 'construction', 'withdrawn'],
  withdrawn: [],
}

export function nextStages(stage: Stage): readonly Stage[] {
  return stageMoves[stage]
}

export function canMoveStage(from: Stage, to: Stage): boolean {
  return stageMoves[from].includes(to)
}

/** Pausing and withdrawing say why. */
export function stageNeedsReason(to: Stage): boolean {
  return to === 'paused' || to === 'withdrawn'
}

export const projectCode = z.string().regex(/^P\d{4,6}$/)
/** GB/T 40058-2021: shape only; its check digit is not published. */
export const nationalCodePattern = '\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}'

export function nextProjectCode(last: string | null): string {
  return `P${String(last === null ? 1 : Number(last.slice(1)) + 1).padStart(4, '0')}`
}
