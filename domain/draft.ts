import type { Month, Quarter } from './calendar'
import type { ChainId } from './plan'

/** What a half-typed form is about: one draft a person and subject. Its files hang on `draft:` + subject. */
export const monthlyDraft = (code: string, period: Month): string => `update:${code}:monthly:${period}`
export const milestoneDraft = (code: string, milestoneId: number): string => `update:${code}:milestone:${milestoneId}`
export const completionDraft = (code: string): string => `update:${code}:completion`
export const factSheetDraft = (code: string): string => `fact-sheet:${code}`
export const outputDraft = (organisationId: number, chainId: ChainId, quarter: Quarter): string =>
  `output:${organisationId}:${chainId}:${quarter}`

export const findingDraft = (findingId: number): string => `finding:${findingId}`
export const materialDraft = (roundWorkId: number, materialId: number): string => `material:${roundWorkId}:${materialId}`

export const draftFiles = (subject: string): string => `draft:${subject}`

/** A form has a few dozen short fields, the longest one (a fact sheet with twenty approvals) some eighty; more is not a form. */
export const draftLimits = { fields: 90, name: 60, text: 2000 } as const
