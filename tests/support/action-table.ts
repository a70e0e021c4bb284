import { call, type Fields, idIn } from './actions'
import { annualActions } from './actions/annual'
import { bulletinActions } from './actions/bulletins'
import { candidatesActions } from './actions/candidates'
import { deskActions } from './actions/desk'
import { dispatchActions } from './actions/dispatch'
import { evaluationActions } from './actions/evaluation'
import { exportsActions } from './actions/exports'
import { feedActions } from './actions/feed'
import { findingActions } from './actions/findings'
import { fundsActions } from './actions/funds'
import { type Attempt, actionOf, edit, type House, newWork, next, send, unitOf, type Work } from './actions/house'
import { importsActions } from './actions/imports'
import { mailActions } from './actions/mail'
import { monthsActions } from './actions/months'
import { openActions } from './actions/open'
import { outlookActions } from './actions/outlook'
import { registersActions } from './actions/registers'
import { roundActions } from './actions/rounds'
import { rulesActions } from './actions/rules'
import { seenActions } from './actions/seen'
import { upload } from './http'
import type { Caller } from './people'
import { look } from './subjects'

type Milestone = { id: number; version: number }
async function newMilestone(house: House): Promise<Work & { milestone: Milestone }> {
  const work = await newWork(house)
  await send('bureau', house, 'app/projects/[code]/milestones addOne', { code: work.code, name: '开工', definition: '开工', proof: '照片' })
  return { ...work, milestone: milestoneOf(house, work) }
}
const milestoneOf = ({ demo }: House, { id }: Work) => look<Milestone>(demo, 'select id, version from milestones where project_id = ?', id)
const firstDate = ({ id, version }: Milestone): Fields => ({
  'dates.0.milestoneId': String(id),
  'dates.0.version': String(version),
  'dates.0.plannedOn': '2025-12-31',
})
async function proposedDate(house: House): Promise<{ work: Work; date: string }> {
  const { milestone, ...work } = await newMilestone(house)
  await send('owner', house, 'app/projects/[code]/milestones proposeDates', firstDate(milestone))
  const { id } = look<{ id: number }>(house.demo, 'select id from milestone_dates where milestone_id = ?', milestone.id)
  return { work, date: String(id) }
}
async function datedMilestone(house: House): Promise<Work & { milestone: Milestone }> {
  const { work, date } = await proposedDate(house)
  await send('bureau', house, 'app/milestones/approve approveDates', { 'ids[]': [date] })
  return { ...work, milestone: milestoneOf(house, work) }
}

const month = { period: '2025-09', investmentBasis: 'year', investment: '120', remark: '试验' }
const onBehalf = { onBehalfSource: '电话', onBehalfOn: '2025-10-10' }
async function submitted(house: House): Promise<string> {
  const { code, id } = await newWork(house)
  await send('owner', house, 'app/projects/[code]/update sendMonth', { code, ...month })
  return idIn(look<{ id: number }>(house.demo, `select id from updates where project_id = ? and status = 'submitted'`, id))
}
const decision = (item: string, ids: string, step: 'approve' | 'return'): Fields => ({ item, 'ids[]': [ids], step, reason: '请补充' })

async function condition(house: House): Promise<Fields> {
  const { code, id } = await newWork(house)
  const asked = String(unitOf(house, 'owner2').id)
  await send('bureau', house, 'app/conditions/new raise', { code, kind: 'land', ask: '请批', askedOfId: asked })
  const row = look<Milestone>(house.demo, 'select id, version from conditions where project_id = ?', id)
  return { id: String(row.id), version: String(row.version) }
}

const chainId = 'building'
async function tied(house: House): Promise<Fields> {
  const organisation = `试验企业${next()}`
  await send('bureau', house, 'app/chains/[id] tieEnterprise', { chainId, organisation, isNew: 'on' })
  return { chainId, organisationId: idIn(look<{ id: number }>(house.demo, 'select id from organisations where name = ?', organisation)) }
}
async function statistics(house: House, by: 'bureau' | 'secondBureau'): Promise<string> {
  await send(by, house, 'app/chains/[id] enterStatistics', statisticsFields())
  return idIn(look<{ id: number }>(house.demo, 'select max(id) as id from statistics_outputs'))
}
/** Only one entry a chain and year may wait at a time: each gets a pair of its own. */
let pairs = 0
function statisticsFields(): Fields {
  const year = 2021 + (pairs % 4)
  const chain = ['machinery', 'cuisine', 'tourism', 'chemicals', 'digital'][Math.floor(pairs++ / 4)] ?? chainId
  return { chainId: chain, year: String(year), throughMonth: `${year}-12`, output: '100', source: '快报' }
}

let quarter = 0
async function outputFields(house: House): Promise<Fields> {
  const organisation = unitOf(house, 'owner1')
  await call(house.people.bureau, actionOf('app/chains/[id] tieEnterprise'), { chainId, organisation: organisation.name })
  const name = `${2021 + Math.floor(quarter / 4)}Q${(quarter++ % 4) + 1}`
  return { organisationId: String(organisation.id), chainId, quarter: name, yearToDate: '50', revisionReason: '试验', remark: '试验' }
}
async function outputHandedIn(house: House): Promise<string> {
  await send('owner', house, 'app/outputs/new sendOutput', await outputFields(house))
  return idIn(look<{ id: number }>(house.demo, 'select max(id) as id from output_returns'))
}

async function enteredByBureau(house: House): Promise<string> {
  const { code, id } = await newWork(house)
  await send('bureau', house, 'app/projects/[code]/update sendMonth', { code, ...month, ...onBehalf })
  return idIn(look<{ id: number }>(house.demo, `select id from updates where project_id = ? and status = 'submitted'`, id))
}
async function handedIn(house: House, action: string, table: string, fields: Fields): Promise<Fields> {
  const { code, id } = await newWork(house)
  await send('owner', house, action, { code, version: '0', ...fields })
  return { id: idIn(look<{ id: number }>(house.demo, `select id from ${table} where project_id = ?`, id)) }
}
async function uploaded(house: House): Promise<Fields> {
  const { code } = await newWork(house)
  const answer = await upload(house.people.owner, `draft:update:${code}:monthly:2025-09`)
  return { id: idIn(await answer.json()) }
}
async function token(house: House): Promise<Fields> {
  await send('owner', house, 'app/account createToken', { name: numbered('试验') })
  return { id: idIn(look<{ id: number }>(house.demo, 'select max(id) as id from api_tokens')) }
}

async function newUser(house: House): Promise<{ id: string; version: string }> {
  const username = `test-${next()}`
  await send('admin', house, 'app/admin/users createUser', person(house, username))
  const { id, version } = look<Milestone>(house.demo, 'select id, version from users where username = ?', username)
  return { id: String(id), version: String(version) }
}
const person = (house: House, username: string): Fields => ({
  name: '某人',
  username,
  role: 'owner',
  organisation: unitOf(house, 'owner1').name,
})
const listed = (house: House): Fields => ({ list: `某人\ttest-${next()}\towner\t${unitOf(house, 'owner1').name}` })
const numbered = (name: string) => `${name}${next()}`

const bureau: Caller[] = ['bureau']
const ownOrBureau: Caller[] = ['owner', 'bureau']
const adminOnly: Caller[] = ['admin']
const work = 'app/projects/[code]'

export const attempts: Attempt[] = [
  ...roundActions,
  ...findingActions,
  ...seenActions,
  ...annualActions,
  ...registersActions,
  ...fundsActions,
  ...deskActions,
  ...rulesActions,
  ...monthsActions,
  ...outlookActions,
  ...importsActions,
  ...exportsActions,
  ...candidatesActions,
  ...evaluationActions,
  ...dispatchActions,
  ...openActions,
  ...mailActions,
  ...feedActions,
  ...bulletinActions,
  {
    action: 'app/projects/new addProject',
    may: bureau,
    fields: () => ({ name: numbered('新项目'), sector: 'water', documentTitle: '文', documentNo: '1号', documentDay: '2024-01-02' }),
  },
  {
    action: `${work}/edit saveIdentity`,
    may: bureau,
    fields: async (h) => ({ ...edit(h, (await newWork(h)).code), name: numbered('改名'), sector: 'water' }),
  },
  {
    action: `${work}/edit saveStage`,
    may: bureau,
    fields: async (h) => ({ ...edit(h, (await newWork(h)).code), to: 'completed', on: '2025-09-01' }),
  },
  {
    action: `${work}/edit savePause`,
    may: bureau,
    fields: async (h) => ({ ...edit(h, (await newWork(h, 'paused')).code), reason: '资金' }),
  },
  {
    action: `${work}/edit saveChain`,
    may: bureau,
    fields: async (h) => ({ ...edit(h, (await newWork(h)).code), chain: 'none', reason: '水利' }),
  },
  {
    action: `${work}/edit saveUnit`,
    may: bureau,
    fields: async (h) => ({
      ...edit(h, (await newWork(h)).code),
      kind: 'responsible',
      organisation: unitOf(h, 'owner3').name,
      fromDay: '2025-01-02',
    }),
  },
  {
    action: 'app/census saveRow',
    may: bureau,
    fields: async (h) => ({ ...edit(h, (await newWork(h)).code), responsible: unitOf(h, 'owner3').name }),
  },
  {
    action: `${work}/annual-plan sendPlan`,
    may: ownOrBureau,
    fields: async (h) => ({ code: (await newWork(h)).code, version: '0', year: '2025', plannedYuan: '100', documentNo: '1号' }),
  },
  {
    action: `${work}/fact-sheet sendSheet`,
    may: ['owner'],
    lacking: bureau,
    fields: async (h) => ({ code: (await newWork(h)).code, version: '0', content: '内容' }),
  },
  {
    action: `${work}/fact-sheet sendSheet`,
    may: bureau,
    fields: async (h) => ({ code: (await newWork(h)).code, version: '0', content: '内容', ...onBehalf }),
  },
  { action: 'app/milestones lay', may: bureau, fields: async (h) => ({ template: 'government', 'codes[]': [(await newWork(h)).code] }) },
  {
    action: `${work}/milestones addOne`,
    may: bureau,
    fields: async (h) => ({ code: (await newWork(h)).code, name: '开工', definition: '开工', proof: '照片' }),
  },
  { action: `${work}/milestones proposeDates`, may: ownOrBureau, fields: async (h) => firstDate((await newMilestone(h)).milestone) },
  { action: `${work}/milestones askChange`, may: ownOrBureau, fields: async (h) => changeOf((await datedMilestone(h)).milestone) },
  { action: `${work}/milestones takeBack`, may: ['owner'], fields: async (h) => ({ id: (await proposedDate(h)).date }) },
  { action: 'app/milestones/approve approveDates', may: bureau, fields: async (h) => ({ 'ids[]': [(await proposedDate(h)).date] }) },
  { action: 'app/milestones/approve returnDate', may: bureau, fields: async (h) => ({ id: (await proposedDate(h)).date, reason: '太早' }) },
  {
    action: `${work}/update sendMonth`,
    may: ['owner'],
    lacking: bureau,
    fields: async (h) => ({ code: (await newWork(h)).code, ...month }),
  },
  { action: `${work}/update sendMonth`, may: bureau, fields: async (h) => ({ code: (await newWork(h)).code, ...month, ...onBehalf }) },
  { action: `${work}/milestone sendMilestone`, may: ['owner'], lacking: bureau, fields: async (h) => metOf(await datedMilestone(h)) },
  { action: `${work}/milestone sendMilestone`, may: bureau, fields: async (h) => ({ ...metOf(await datedMilestone(h)), ...onBehalf }) },
  {
    action: `${work}/completion sendCompletion`,
    may: ['owner'],
    lacking: bureau,
    fields: async (h) => ({ code: (await newWork(h)).code, completedOn: '2025-09-30', documentNo: '验1号' }),
  },
  { action: 'app/updates/[id] takeBack', may: ['owner'], fields: async (h) => ({ id: await submitted(h) }) },
  {
    action: 'app/reviews decide',
    case: 'approve a month',
    may: bureau,
    fields: async (h) => {
      const id = await submitted(h)
      return decision(`update:${id}`, id, 'approve')
    },
  },
  {
    action: 'app/reviews decide',
    case: 'return a month',
    may: bureau,
    fields: async (h) => {
      const id = await submitted(h)
      return decision(`update:${id}`, id, 'return')
    },
  },
  {
    action: 'app/reviews decide',
    case: 'approve a return of output',
    may: bureau,
    fields: async (h) => {
      const id = await outputHandedIn(h)
      return decision(`output:${id}`, id, 'approve')
    },
  },
  { action: 'app/outputs/new sendOutput', may: ['owner'], lacking: bureau, fields: outputFields },
  { action: 'app/outputs/[id] takeBack', may: ['owner'], fields: async (h) => ({ id: await outputHandedIn(h) }) },
  {
    action: 'app/conditions/new raise',
    may: ownOrBureau,
    fields: async (h) => ({ code: (await newWork(h)).code, kind: 'land', ask: '请批' }),
  },
  { action: 'app/conditions answer', may: ['other owner', 'bureau'], fields: async (h) => ({ ...(await condition(h)), answer: '已批' }) },
  { action: 'app/conditions close', may: bureau, fields: async (h) => ({ ...(await condition(h)), outcome: 'solved' }) },
  { action: 'app/chains/[id] tieEnterprise', may: bureau, fields: () => ({ chainId, organisation: numbered('新企业'), isNew: 'on' }) },
  { action: 'app/chains/[id] untieEnterprise', may: bureau, fields: tied },
  { action: 'app/chains/[id] enterStatistics', may: bureau, fields: statisticsFields },
  { action: 'app/chains/[id] withdrawStatistics', may: bureau, fields: async (h) => ({ id: await statistics(h, 'bureau') }) },
  { action: 'app/admin/users createUser', may: adminOnly, fields: (h) => person(h, `test-${next()}`) },
  { action: 'app/admin/users createListed', may: adminOnly, fields: listed },
  { action: 'app/admin/users saveUser', may: adminOnly, fields: async (h) => ({ ...person(h, ''), ...(await newUser(h)), role: 'admin' }) },
  { action: 'app/admin/users resetPassword', may: adminOnly, fields: newUser },
  { action: 'app/admin/users deactivateUser', may: adminOnly, fields: newUser },
  {
    action: 'app/admin/users reactivateUser',
    may: adminOnly,
    fields: async (h) => {
      const user = await newUser(h)
      await send('admin', h, 'app/admin/users deactivateUser', user)
      return user
    },
  },
  {
    action: 'app/admin/organisations createOrganisation',
    may: ['bureau', 'admin'],
    fields: () => ({ name: numbered('新单位'), kind: 'other' }),
  },
  { action: 'app/admin/organisations renameOrganisation', may: ['bureau', 'admin'], fields: renamed },
  {
    action: `${work}/annual-plan withdrawPlan`,
    may: ['owner'],
    fields: (h) => handedIn(h, `${work}/annual-plan sendPlan`, 'annual_plans', { year: '2025', plannedYuan: '100' }),
  },
  {
    action: `${work}/fact-sheet withdrawSheet`,
    may: ['owner'],
    fields: (h) => handedIn(h, `${work}/fact-sheet sendSheet`, 'fact_sheets', { content: '内容' }),
  },
  {
    action: 'app/reviews decide',
    case: 'approve what one entered oneself',
    may: [],
    fields: async (h) => {
      const id = await enteredByBureau(h)
      return decision(`update:${id}`, id, 'approve')
    },
  },
  { action: 'app/chains/[id] approveStatistics', may: bureau, fields: async (h) => ({ id: await statistics(h, 'secondBureau') }) },
  {
    action: 'app/chains/[id] approveStatistics',
    case: 'what one entered oneself',
    may: [],
    fields: async (h) => ({ id: await statistics(h, 'bureau') }),
  },
  {
    action: 'app/chains/[id] returnStatistics',
    may: bureau,
    fields: async (h) => ({ id: await statistics(h, 'secondBureau'), reason: '请核' }),
  },
  { action: 'app/admin/users revokeToken', may: ['owner', 'admin'], fields: token },
  ...['update', 'milestone', 'completion', 'fact-sheet'].map(
    (form): Attempt => ({ action: `${work}/${form} takeFile`, may: ['owner'], fields: uploaded }),
  ),
  { action: 'app/outputs/new takeFile', may: ['owner'], fields: uploaded },
]

const changeOf = ({ id, version }: Milestone): Fields => ({
  milestoneId: String(id),
  version: String(version),
  plannedOn: '2026-03-31',
  reason: '征地',
})
const metOf = ({ code, milestone }: Work & { milestone: Milestone }): Fields => ({
  code,
  milestoneId: String(milestone.id),
  metOn: '2025-10-01',
})
async function renamed(house: House): Promise<Fields> {
  const name = numbered('旧单位')
  await send('bureau', house, 'app/admin/organisations createOrganisation', { name, kind: 'other' })
  const { id, version } = look<Milestone>(house.demo, 'select id, version from organisations where name = ?', name)
  return { id: String(id), version: String(version), name: numbered('改名单位'), fromDay: '2025-10-16' }
}
