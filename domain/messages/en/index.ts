import type { zh } from '../zh'
import { account } from './account'
import { admin } from './admin'
import { annual } from './annual'
import { api } from './api'
import { audit } from './audit'
import { bulletins } from './bulletins'
import { candidates } from './candidates'
import { census } from './census'
import { chains } from './chains'
import { checks } from './checks'
import { common } from './common'
import { desk } from './desk'
import { dispatch } from './dispatch'
import { errors } from './errors'
import { evaluation } from './evaluation'
import { exports } from './exports'
import { facts } from './facts'
import { feed } from './feed'
import { field } from './field'
import { findings } from './findings'
import { funds } from './funds'
import { home } from './home'
import { imports } from './imports'
import { labels } from './labels'
import { lights } from './lights'
import { mail } from './mail'
import { milestones } from './milestones'
import { months } from './months'
import { nav } from './nav'
import { open } from './open'
import { outlook } from './outlook'
import { output } from './output'
import { plan } from './plan'
import { project } from './project'
import { projects } from './projects'
import { registers } from './registers'
import { reviews } from './reviews'
import { rounds } from './rounds'
import { rules } from './rules'
import { seen } from './seen'
import { updates } from './updates'
import { visits } from './visits'

export const en: typeof zh = {
  common,
  nav,
  errors,
  labels,
  account,
  admin,
  audit,
  plan,
  projects,
  project,
  census,
  facts,
  milestones,
  updates,
  reviews,
  output,
  chains,
  home,
  checks,
  lights,
  api,
  rounds,
  visits,
  findings,
  bulletins,
  field,
  seen,
  annual,
  registers,
  funds,
  desk,
  rules,
  months,
  outlook,
  imports,
  exports,
  candidates,
  evaluation,
  dispatch,
  open,
  mail,
  feed,
}
