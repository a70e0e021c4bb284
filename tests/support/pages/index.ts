import { annualPages } from './annual'
import { candidatesPages } from './candidates'
import { deskPages } from './desk'
import { dispatchPages } from './dispatch'
import { evaluationPages } from './evaluation'
import { exportsPages } from './exports'
import { feedPages } from './feed'
import { fundsPages } from './funds'
import { importsPages } from './imports'
import { mailPages } from './mail'
import { monthsPages } from './months'
import { openPages } from './open'
import { outlookPages } from './outlook'
import type { PageRows } from './page-rows'
import { registersPages } from './registers'
import { rulesPages } from './rules'

/** The pages, an area each. */
export const areaPages: readonly PageRows[] = [
  annualPages,
  candidatesPages,
  deskPages,
  dispatchPages,
  evaluationPages,
  exportsPages,
  fundsPages,
  importsPages,
  monthsPages,
  openPages,
  feedPages,
  mailPages,
  outlookPages,
  registersPages,
  rulesPages,
]
