import type { Quarter } from './calendar'

export const findingSources = ['inspection', 'deputies', 'democratic', 'public', 'audit', 'superior'] as const
export type FindingSource = (typeof findingSources)[number]
export const findingCategories = ['schedule', 'quality', 'safety', 'funds', 'land', 'approval', 'data', 'other'] as const
export type FindingCategory = (typeof findingCategories)[number]
export const findingSeverities = ['general', 'serious', 'major'] as const
export type FindingSeverity = (typeof findingSeverities)[number]

/** 问题台账 number: `2025Q3-017`. */
export const findingNumber = (quarter: Quarter, position: number): string => `${quarter}-${String(position).padStart(3, '0')}`

/** 蓝 → 黄 → 红 after the deadline, a warning before it. */
export const alarmLevels = ['warning', 'blue', 'yellow', 'red'] as const
export type AlarmLevel = (typeof alarmLevels)[number]

/** Who must be told at a level, besides the unit that rectifies. */
export const toldRoles = ['unit', 'supervisor', 'bureau', 'leader'] as const
export type ToldRole = (typeof toldRoles)[number]

/** Versioned data (rule_sets kind `rectification`). Days are calendar days from the deadline, except the working days that are named so. */
export type RectificationRules = {
  warnDaysBefore: number
  overdueDays: { blue: number; yellow: number; red: number }
  acknowledgeWorkdays: number
  /** A rating worse than the lights is answered within so many working days. */
  answerWorkdays: number
  /** What a deadline is set to when nobody says otherwise, by severity. */
  deadlineDays: Record<FindingSeverity, number>
  tell: Record<AlarmLevel, readonly ToldRole[]>
}
