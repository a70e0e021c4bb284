import { account } from './account'
import { admin } from './admin'
import { api } from './api'
import { audit } from './audit'
import { bulletins } from './bulletins'
import { census } from './census'
import { chains } from './chains'
import { checks } from './checks'
import { common } from './common'
import { errors } from './errors'
import { facts } from './facts'
import { field } from './field'
import { findings } from './findings'
import { home } from './home'
import { labels } from './labels'
import { lights } from './lights'
import { milestones } from './milestones'
import { nav } from './nav'
import { output } from './output'
import { plan } from './plan'
import { project } from './project'
import { projects } from './projects'
import { reviews } from './reviews'
import { rounds } from './rounds'
import { seen } from './seen'
import { updates } from './updates'
import { visits } from './visits'

export const zh = {
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
}
