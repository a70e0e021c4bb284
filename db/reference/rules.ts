import type { DutyRules } from '../../domain/duty'
import type { EscalationRules } from '../../domain/escalation'
import type { ExpectedWeights } from '../../domain/expected'
import type { RectificationRules } from '../../domain/finding'
import type { LightRules } from '../../domain/rating'

/** What a library starts with: 示例规则，待县里确认. Later versions are rows of rule_sets with an effective date and a document. */
export const firstDutyRules: DutyRules = {
  dueDay: 5,
  resubmitWorkdays: 2,
  byStage: {
    unknown: 'none',
    reserve: 'none',
    preparatory: 'monthly',
    construction: 'monthly',
    completed: 'monthly',
    operation: 'none',
    paused: 'quarterly',
    withdrawn: 'none',
  },
}

export const firstLightRules: LightRules & { expected: ExpectedWeights } = {
  progress: { yellowFrom: 10, redAbove: 30, greyAfterMissed: 2 },
  start: { redFromMonths: 3 },
  milestone: { redAboveDays: 30 },
  funds: { yellowBelow: 100, redBelow: 80, greyAfterQuarters: 1 },
  statistics: { yellowAfterDays: 30, redAfterDays: 60 },
  expected: {
    redFactor: 0.5,
    byStage: {
      unknown: { low: 0, high: 0.3 },
      reserve: { low: 0, high: 0.3 },
      preparatory: { low: 0, high: 0.5 },
      construction: { low: 0.5, high: 0.9 },
      completed: { low: 0.8, high: 1 },
      operation: { low: 1, high: 1 },
      paused: { low: 0, high: 0.2 },
      withdrawn: { low: 0, high: 0 },
    },
  },
}

export const firstRectificationRules: RectificationRules = {
  warnDaysBefore: 3,
  overdueDays: { blue: 1, yellow: 10, red: 30 },
  acknowledgeWorkdays: 2,
  answerWorkdays: 5,
  deadlineDays: { general: 30, serious: 20, major: 15 },
  tell: {
    warning: ['unit'],
    blue: ['unit', 'supervisor'],
    yellow: ['unit', 'supervisor', 'bureau'],
    red: ['unit', 'supervisor', 'bureau', 'leader'],
  },
}

/** 责任单位 5 working days, 分管县领导 10, then the next 县长办公会 or 联席会议. */
export const firstEscalationRules: EscalationRules = {
  levels: [
    { level: 1, asks: 'unit', workdays: 5 },
    { level: 2, asks: 'leader', workdays: 10 },
    { level: 3, asks: 'meeting', workdays: null },
  ],
}
