import type { UserActor } from '../../domain/actor'
import type { Month } from '../../domain/calendar'

/** What the writer does, numbered, so that every process and the check agree what step `n` is: report, approve, prove, report … */
export const writerDay = '2025-10-16'
const reportMonths = 57

export type Step = { kind: 'report' | 'approve' | 'prove'; key: string; code: string; period: Month }
export type WriterOrder = { dir: string; from: number; early: boolean; reporter: UserActor; reviewer: UserActor }

export function stepOf(n: number): Step {
  const round = Math.floor(n / 3)
  const month = round % reportMonths
  const period = `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  const code = `P${String(1 + Math.floor(round / reportMonths)).padStart(4, '0')}`
  return { kind: (['report', 'approve', 'prove'] as const)[n % 3]!, key: `step-${n}`, code, period }
}

/** A PDF that only this step can have sent. */
export const proofOf = (n: number): Buffer => Buffer.from(`%PDF-1.4\n% proof of step ${n}\nstartxref\n0\n%%EOF\n`)
export const draftOf = ({ code, period }: Step): string => `draft:update:${code}:monthly:${period}`
