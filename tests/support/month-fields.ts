import type { UpdateRow } from '../../db/queries/update-facts'
import type { MonthlyInput } from '../../domain/update-input'
import type { TestHouse } from './house'

/** What must be said of every field of the monthly update before it is one. */
export type MonthField = {
  /** Two different answers; either goes through. */
  answers: readonly [string, string]
  /** The policy: the unit (and the bureau on its behalf), or the bureau alone. */
  by: 'unit' | 'bureau'
  /** The column of `updates` that it is kept in, or that it moves. */
  column: keyof UpdateRow
  /** Which month of which work: the page's own words, so that nobody fills it and it has no label. */
  address?: true
}
export type MonthFields = Record<keyof MonthlyInput, MonthField>

/** A field that is missing here fails tests/newcomer.test.ts (and the types). */
export function monthFields({ organisations: { own, bureau } }: TestHouse): MonthFields {
  const unit = (column: keyof UpdateRow, ...answers: [string, string]): MonthField => ({ answers, by: 'unit', column })
  const bureauOnly = (column: keyof UpdateRow, ...answers: [string, string]): MonthField => ({ answers, by: 'bureau', column })
  return {
    code: { ...unit('projectId', 'P0016', 'P0027'), address: true },
    period: { ...unit('period', '2025-09', '2025-08'), address: true },
    noChange: unit('noChange', '', 'on'),
    investmentBasis: unit('yearToDateYuan', 'year', 'month'),
    investment: unit('yearToDateYuan', '2500', '2600'),
    step: unit('step', '主体', '基础'),
    progressText: unit('progressText', '大坝加固过半', '大坝加固完成'),
    percent: unit('percent', '47', '48'),
    quantityDone: unit('quantityDone', '1', '2'),
    conditionKind: unit('conditionKind', 'land', 'funds'),
    conditionAsk: unit('conditionAsk', '请批用地', '请拨资金'),
    conditionUnitId: unit('conditionUnitId', String(bureau), String(own)),
    forecastOn: unit('forecastOn', '2025-12-20', '2025-12-21'),
    remark: unit('remark', '雨天多', '晴天多'),
    onBehalfSource: bureauOnly('onBehalfSource', '电话', '报送表'),
    onBehalfOn: bureauOnly('onBehalfOn', '2025-10-14', '2025-10-15'),
    revisionReason: unit('revisionReason', '漏了一笔', '多了一笔'),
  }
}
