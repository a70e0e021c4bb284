import { fundForm } from '../../../db/queries/fund-form'
import { projectFunds } from '../../../db/queries/fund-panel'
import { fundSourceList } from '../../../db/queries/fund-sources'
import { fundTotals } from '../../../db/queries/fund-totals'
import { statisticsForm } from '../../../db/queries/statistics-investment-form'
import { besideList, unregisteredList } from '../../../db/queries/statistics-investments'
import { testDay } from '../house'
import type { Reader, Reading } from './reading'

const bureau: Reader[] = ['bureau', 'bureau2']
const all: Reader[] = [...bureau, 'supervisor', 'supervisor2', 'leader']
const own: Reader[] = [...all, 'owner']
const listing: Reader[] = [...own, 'otherOwner']

export const fundsReadings: Reading[] = [
  { read: 'fundTotals', may: listing, call: (actor) => fundTotals(actor, { quarter: '2025Q3' }) },
  { read: 'fundSourceList', may: bureau, call: (actor) => fundSourceList(actor) },
  { read: 'fundForm', may: own, call: (actor) => fundForm(actor, 'P0001', '2025Q3', testDay) },
  { read: 'projectFunds', may: own, call: (actor) => projectFunds(actor, 'P0001', testDay) },
  { read: 'statisticsForm', may: own, call: (actor) => statisticsForm(actor, 'P0001', testDay) },
  { read: 'besideList', may: all, call: (actor) => besideList(actor, undefined, 1) },
  { read: 'unregisteredList', may: all, call: (actor) => unregisteredList(actor, testDay, 1) },
]
