import type { checks as zh } from '../zh/checks'

export const checks: typeof zh = {
  lowered: 'This year’s sum is lower than the one approved before: the month becomes negative.',
  'above-later': 'More than the sum already approved for a later month of the year.',
  'three-zeros': 'The third month in a row without investment.',
  'over-total': 'The sum is above 120 % of the total investment.',
  'done-uninvested': 'Progress says 100 %, but less than 80 % of the total is invested.',
  'percent-fell': 'Progress is lower than the one approved before.',
  'quantity-fell': 'Less done to date than approved before.',
  'below-plan': 'The month is below 60 % of its share of the plan.',
}
