import type { output as zh } from '../zh/output'

export const output: typeof zh = {
  title: 'Quarterly output',
  quarterTitle: 'Output {quarter}',
  choose: 'Choose an enterprise',
  noTies: 'No output to return yet',
  noTiesHint:
    'Once an enterprise is tied to a chain, it returns its output here each quarter. The bureau keeps the list on the chain’s page.',
  wrongQuarter: 'The quarter in the address is not one that is over; below is the last that is.',
  otherQuarters: 'Other quarters',
  notReturned: 'not returned',
  correct: 'Correct this quarter',
  measure: 'Output',
  yearToDate: '{measure} this year so far (January to {month})',
  lastTime: 'Approved last, {quarter}: {figure}',
  nothingBefore: 'Nothing approved before. Give the sum from January on, not the quarter alone.',
  whoSees: 'A single enterprise’s output is seen only by its own unit, the bureau, the supervisors and the leaders.',
  viewTitle: 'Output {quarter}',
}
