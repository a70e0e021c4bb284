import type { PlanBox } from '../../../domain/plan'
import { box31 } from './3-1'
import { box51 } from './5-1'
import { box52 } from './5-2'
import { box53 } from './5-3'
import { box54 } from './5-4'
import { box61 } from './6-1'
import { box62 } from './6-2'
import { box63 } from './6-3'
import { box71 } from './7-1'
import { box72 } from './7-2'
import { box73 } from './7-3'
import { box74 } from './7-4'
import { box81 } from './8-1'
import { box82 } from './8-2'
import { box83 } from './8-3'
import { box84 } from './8-4'
import { box91 } from './9-1'
import { box92 } from './9-2'

/** The 18 boxes (专栏) in the plan's order. */
export const boxes: PlanBox[] = [
  box31,
  box51,
  box52,
  box53,
  box54,
  box61,
  box62,
  box63,
  box71,
  box72,
  box73,
  box74,
  box81,
  box82,
  box83,
  box84,
  box91,
  box92,
]
