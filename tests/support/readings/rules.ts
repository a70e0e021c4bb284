import { chainForecast, forecastOf } from '../../../db/queries/forecast'
import { ruleDesk, ruleView } from '../../../db/queries/rule-desk'
import { tryRules } from '../../../db/queries/rule-trial'
import { firstLightRules } from '../../../db/reference/rules'
import { testDay } from '../house'
import type { Reader, Reading } from './reading'

const bureau: Reader[] = ['bureau', 'bureau2']
const all: Reader[] = [...bureau, 'supervisor', 'supervisor2', 'leader']

const own: Reader[] = [...all, 'owner']

const stricter = { ...firstLightRules, progress: { yellowFrom: 1, redAbove: 2, greyAfterMissed: 1 } }

export const rulesReadings: Reading[] = [
  { read: 'ruleDesk', may: all, call: (actor) => ruleDesk(actor, testDay) },
  { read: 'ruleView', may: all, call: (actor) => ruleView(actor, 'lights', testDay) },
  { read: 'tryRules', may: bureau, call: (actor) => tryRules(actor, 'lights', stricter, testDay) },
  { read: 'forecastOf', may: own, call: (actor) => forecastOf(actor, 'P0001', testDay) },
  { read: 'chainForecast', may: all, call: (actor) => chainForecast(actor, 'building') },
]
