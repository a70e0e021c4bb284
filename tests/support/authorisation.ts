import { eq } from 'drizzle-orm'
import { orm } from '../../db/client'
import * as annualPlans from '../../db/commands/annual-plans'
import * as assignments from '../../db/commands/assignments'
import * as census from '../../db/commands/census'
import * as censusList from '../../db/commands/census-list'
import * as conditions from '../../db/commands/conditions'
import * as drafts from '../../db/commands/drafts'
import * as enterprises from '../../db/commands/enterprises'
import * as evidence from '../../db/commands/evidence'
import * as factSheets from '../../db/commands/fact-sheets'
import * as milestoneDates from '../../db/commands/milestone-dates'
import * as milestones from '../../db/commands/milestones'
import * as organisations from '../../db/commands/organisations'
import * as outputs from '../../db/commands/outputs'
import * as passwords from '../../db/commands/passwords'
import * as plans from '../../db/commands/plan'
import * as projects from '../../db/commands/projects'
import * as rerate from '../../db/commands/rerate'
import * as reviewDates from '../../db/commands/review-milestone-dates'
import * as reviewUpdates from '../../db/commands/review-updates'
import * as signIn from '../../db/commands/sign-in'
import * as stages from '../../db/commands/stages'
import * as statistics from '../../db/commands/statistics'
import * as tokens from '../../db/commands/tokens'
import * as updates from '../../db/commands/updates'
import * as userList from '../../db/commands/user-list'
import * as users from '../../db/commands/users'
import { plan } from '../../db/plan'
import { conditions as conditionTable, milestones as milestoneTable, users as userTable } from '../../db/schema'
import { type Ctx, system } from '../../domain/actor'
import { annualPlanInput } from '../../domain/annual-plan'
import { factSheetInput } from '../../domain/fact-sheet-input'
import { outputInput, statisticsInput } from '../../domain/output-input'
import { completionInput, milestoneInput, monthlyInput } from '../../domain/update-input'
import { annualAttempts } from './authorisation/annual'
import { type Attempt, type Caller, given } from './authorisation/attempt'
import { bulletinAttempts } from './authorisation/bulletins'
import { candidatesAttempts } from './authorisation/candidates'
import { deskAttempts } from './authorisation/desk'
import { dispatchAttempts } from './authorisation/dispatch'
import { evaluationAttempts } from './authorisation/evaluation'
import { exportsAttempts } from './authorisation/exports'
import { feedAttempts } from './authorisation/feed'
import { findingAttempts } from './authorisation/findings'
import { fundsAttempts } from './authorisation/funds'
import { importsAttempts } from './authorisation/imports'
import { mailAttempts } from './authorisation/mail'
import { monthsAttempts } from './authorisation/months'
import { openAttempts } from './authorisation/open'
import { outlookAttempts } from './authorisation/outlook'
import { registersAttempts } from './authorisation/registers'
import { roundAttempts } from './authorisation/rounds'
import { rulesAttempts } from './authorisation/rules'
import { seenAttempts } from './authorisation/seens'
import { visitAttempts } from './authorisation/visits'
import { ctxOf, type TestHouse } from './house'
import { work } from './work'

export const callers: Caller[] = [
  'owner',
  'otherOwner',
  'bureau',
  'bureau2',
  'supervisor',
  'supervisor2',
  'leader',
  'admin',
  'auditor',
  'system',
]

const code = 'P0001'
const v = () => work(code).version
const bureau: Caller[] = ['bureau', 'bureau2']
const everyone = callers.filter((caller) => caller !== 'system')

const month = { code, period: '2025-09', investmentBasis: 'year', investment: '2500' }
const monthly = (more: Record<string, string> = {}) => monthlyInput.parse({ ...month, ...more })
const onBehalf = { onBehalfSource: '电话', onBehalfOn: '2025-10-10' }
const submitted = (t: TestHouse) => updates.submitMonthlyUpdate(ctxOf(t.actors.owner), monthly())
const entered = (t: TestHouse) => updates.submitMonthlyUpdate(ctxOf(t.actors.bureau), monthly(onBehalf))

const output = (t: TestHouse, more: Record<string, string> = {}) =>
  outputInput.parse({ organisationId: String(t.organisations.own), chainId: 'building', quarter: '2025Q2', yearToDate: '100', ...more })
const tie = (t: TestHouse) => ({ chainId: 'building' as const, organisationId: t.organisations.own })
function returned(t: TestHouse): number {
  enterprises.tieEnterprise(ctxOf(t.actors.bureau), tie(t))
  return outputs.submitOutput(ctxOf(t.actors.owner), output(t))
}
const statistic = statisticsInput.parse({ chainId: 'building', year: '2024', throughMonth: '2024-12', output: '100', source: '快报' })
const sheet = () => factSheetInput.parse({ code, version: '0', content: '内容', approvals: [], ...onBehalf })
const plan2025 = () => annualPlanInput.parse({ code, version: '0', year: '2025', plannedYuan: '1000', documentNo: '东发改〔2025〕1号' })

function milestone(t: TestHouse): number {
  milestones.addMilestone(ctxOf(t.actors.bureau), { code, name: '开工', definition: '开工', proof: '照片' })
  return (
    orm()
      .select()
      .from(milestoneTable)
      .where(eq(milestoneTable.projectId, work(code).id))
      .get()?.id ?? 0
  )
}
const firstDate = (id: number) => ({ dates: [{ at: 0, milestoneId: id, version: milestoneVersion(id), plannedOn: '2025-12-31' }] })
const milestoneVersion = (id: number) => orm().select().from(milestoneTable).where(eq(milestoneTable.id, id)).get()?.version ?? 0
const proposed = (t: TestHouse) => milestoneDates.proposeMilestoneDates(ctxOf(t.actors.owner), firstDate(milestone(t)))[0] ?? 0
function dated(t: TestHouse): number {
  const id = milestone(t)
  reviewDates.approveMilestoneDates(ctxOf(t.actors.bureau), milestoneDates.proposeMilestoneDates(ctxOf(t.actors.owner), firstDate(id)))
  return id
}
function condition(t: TestHouse) {
  const id = conditions.raiseCondition(ctxOf(t.actors.owner), { code, kind: 'land', ask: '请批', askedOfId: t.organisations.other })
  return { id, version: orm().select().from(conditionTable).where(eq(conditionTable.id, id)).get()?.version ?? 0 }
}
const person = (t: TestHouse) => {
  const row = orm().select().from(userTable).where(eq(userTable.id, t.actors.otherOwner.id)).get()
  return { id: row?.id ?? 0, version: row?.version ?? 0, name: '换名', role: 'owner' as const, organisation: '测试乙公司' }
}

export const attempts: Attempt[] = [
  ...roundAttempts,
  ...visitAttempts,
  ...findingAttempts,
  ...annualAttempts,
  ...registersAttempts,
  ...fundsAttempts,
  ...deskAttempts,
  ...rulesAttempts,
  ...monthsAttempts,
  ...outlookAttempts,
  ...importsAttempts,
  ...exportsAttempts,
  ...candidatesAttempts,
  ...evaluationAttempts,
  ...dispatchAttempts,
  ...openAttempts,
  ...mailAttempts,
  ...feedAttempts,
  ...bulletinAttempts,
  ...seenAttempts,
  { command: 'submitMonthlyUpdate', may: ['owner', ...bureau], prepare: () => (ctx) => updates.submitMonthlyUpdate(ctx, monthly()) },
  {
    command: 'submitMonthlyUpdate',
    case: 'on behalf',
    may: bureau,
    prepare: () => (ctx) => updates.submitMonthlyUpdate(ctx, monthly(onBehalf)),
  },
  {
    command: 'submitMilestoneUpdate',
    may: ['owner', ...bureau],
    prepare: (t) =>
      given(dated(t), (ctx, id) =>
        updates.submitMilestoneUpdate(ctx, milestoneInput.parse({ code, milestoneId: String(id), metOn: '2025-10-01' })),
      ),
  },
  {
    command: 'submitCompletion',
    may: ['owner', ...bureau],
    prepare: () => (ctx) =>
      updates.submitCompletion(ctx, completionInput.parse({ code, completedOn: '2025-09-30', documentNo: '验收1号' })),
  },
  {
    command: 'approveUpdate',
    may: bureau,
    prepare: (t) => given(submitted(t), (ctx, id) => reviewUpdates.approveUpdate(ctx, id)),
  },
  {
    command: 'approveUpdate',
    case: 'entered by the bureau',
    may: ['bureau2'],
    prepare: (t) => given(entered(t), (ctx, id) => reviewUpdates.approveUpdate(ctx, id)),
  },
  {
    command: 'returnUpdate',
    may: bureau,
    prepare: (t) => given(submitted(t), (ctx, id) => reviewUpdates.returnUpdate(ctx, id, '请补')),
  },
  {
    command: 'withdrawUpdate',
    may: ['owner'],
    prepare: (t) => given(submitted(t), (ctx, id) => reviewUpdates.withdrawUpdate(ctx, id)),
  },
  {
    command: 'submitOutput',
    may: ['owner', ...bureau],
    prepare: (t) => given(enterprises.tieEnterprise(ctxOf(t.actors.bureau), tie(t)), (ctx) => outputs.submitOutput(ctx, output(t))),
  },
  {
    command: 'submitOutput',
    case: 'on behalf',
    may: bureau,
    prepare: (t) =>
      given(enterprises.tieEnterprise(ctxOf(t.actors.bureau), tie(t)), (ctx) => outputs.submitOutput(ctx, output(t, onBehalf))),
  },
  {
    command: 'approveOutput',
    may: bureau,
    prepare: (t) => given(returned(t), (ctx, id) => outputs.approveOutput(ctx, id)),
  },
  {
    command: 'returnOutput',
    may: bureau,
    prepare: (t) => given(returned(t), (ctx, id) => outputs.returnOutput(ctx, id, '请补')),
  },
  {
    command: 'withdrawOutput',
    may: ['owner'],
    prepare: (t) => given(returned(t), (ctx, id) => outputs.withdrawOutput(ctx, id)),
  },
  { command: 'tieEnterprise', may: bureau, prepare: (t) => (ctx) => enterprises.tieEnterprise(ctx, tie(t)) },
  {
    command: 'tieNamedEnterprise',
    may: bureau,
    prepare: () => (ctx) => enterprises.tieNamedEnterprise(ctx, { chainId: 'building', organisation: '测试乙公司', isNew: false }),
  },
  { command: 'tiePlanEnterprises', may: ['system'], prepare: () => (ctx) => enterprises.tiePlanEnterprises(ctx) },
  {
    command: 'untieEnterprise',
    may: bureau,
    prepare: (t) => given(enterprises.tieEnterprise(ctxOf(t.actors.bureau), tie(t)), (ctx) => enterprises.untieEnterprise(ctx, tie(t))),
  },
  { command: 'submitStatistics', may: bureau, prepare: () => (ctx) => statistics.submitStatistics(ctx, statistic) },
  {
    command: 'approveStatistics',
    may: ['bureau2'],
    prepare: (t) =>
      given(statistics.submitStatistics(ctxOf(t.actors.bureau), statistic), (ctx, id) => statistics.approveStatistics(ctx, id)),
  },
  {
    command: 'returnStatistics',
    may: ['bureau2'],
    prepare: (t) =>
      given(statistics.submitStatistics(ctxOf(t.actors.bureau), statistic), (ctx, id) => statistics.returnStatistics(ctx, id, '核')),
  },
  {
    command: 'withdrawStatistics',
    may: ['bureau'],
    prepare: (t) =>
      given(statistics.submitStatistics(ctxOf(t.actors.bureau), statistic), (ctx, id) => statistics.withdrawStatistics(ctx, id)),
  },
  { command: 'submitFactSheet', may: bureau, prepare: () => (ctx) => factSheets.submitFactSheet(ctx, sheet()) },
  {
    command: 'submitFactSheet',
    case: 'own',
    may: ['owner', ...bureau],
    prepare: () => (ctx) => factSheets.submitFactSheet(ctx, { ...sheet(), onBehalfSource: null, onBehalfOn: null }),
  },
  {
    command: 'approveFactSheet',
    may: ['bureau2'],
    prepare: (t) => given(factSheets.submitFactSheet(ctxOf(t.actors.bureau), sheet()), (ctx, id) => factSheets.approveFactSheet(ctx, id)),
  },
  {
    command: 'returnFactSheet',
    may: ['bureau2'],
    prepare: (t) =>
      given(factSheets.submitFactSheet(ctxOf(t.actors.bureau), sheet()), (ctx, id) => factSheets.returnFactSheet(ctx, id, '补')),
  },
  {
    command: 'withdrawFactSheet',
    may: ['bureau'],
    prepare: (t) => given(factSheets.submitFactSheet(ctxOf(t.actors.bureau), sheet()), (ctx, id) => factSheets.withdrawFactSheet(ctx, id)),
  },
  { command: 'submitAnnualPlan', may: ['owner', ...bureau], prepare: () => (ctx) => annualPlans.submitAnnualPlan(ctx, plan2025()) },
  {
    command: 'approveAnnualPlan',
    may: bureau,
    prepare: (t) =>
      given(annualPlans.submitAnnualPlan(ctxOf(t.actors.owner), plan2025()), (ctx, id) => annualPlans.approveAnnualPlan(ctx, id)),
  },
  {
    command: 'returnAnnualPlan',
    may: bureau,
    prepare: (t) =>
      given(annualPlans.submitAnnualPlan(ctxOf(t.actors.owner), plan2025()), (ctx, id) => annualPlans.returnAnnualPlan(ctx, id, '补')),
  },
  {
    command: 'withdrawAnnualPlan',
    may: ['owner'],
    prepare: (t) =>
      given(annualPlans.submitAnnualPlan(ctxOf(t.actors.owner), plan2025()), (ctx, id) => annualPlans.withdrawAnnualPlan(ctx, id)),
  },
  {
    command: 'assignUnit',
    may: bureau,
    prepare: () => (ctx) =>
      assignments.assignUnit(ctx, { code, version: v(), kind: 'responsible', organisation: '测试乙公司', fromDay: '2025-10-01' }),
  },
  {
    command: 'saveCensusRow',
    may: bureau,
    prepare: () => (ctx) =>
      census.saveCensusRow(ctx, {
        code,
        version: v(),
        owner: null,
        responsible: '测试乙公司',
        stage: null,
        chain: null,
        totalYuan: null,
        totalDocument: null,
        completedOn: null,
      }),
  },
  {
    command: 'raiseCondition',
    may: ['owner', ...bureau],
    prepare: (t) => (ctx) => conditions.raiseCondition(ctx, { code, kind: 'funds', ask: '缺口', askedOfId: t.organisations.other }),
  },
  {
    command: 'answerCondition',
    may: ['otherOwner', ...bureau],
    prepare: (t) => given(condition(t), (ctx, c) => conditions.answerCondition(ctx, { ...c, answer: '已办' })),
  },
  {
    command: 'closeCondition',
    may: bureau,
    prepare: (t) => given(condition(t), (ctx, c) => conditions.closeCondition(ctx, { ...c, outcome: 'solved', reason: null })),
  },
  {
    command: 'saveDraft',
    may: ['owner', ...bureau],
    prepare: () => (ctx) => drafts.saveDraft(ctx, { subject: 'update:P0001:monthly:2025-09', version: 0, body: { a: '1' } }),
  },
  { command: 'discardDraft', may: everyone, prepare: () => (ctx) => drafts.discardDraft(ctx, 'update:P0001') },
  {
    command: 'proposeMilestoneDates',
    may: ['owner', ...bureau],
    prepare: (t) => given(milestone(t), (ctx, id) => milestoneDates.proposeMilestoneDates(ctx, firstDate(id))),
  },
  {
    command: 'requestBaselineChange',
    may: ['owner', ...bureau],
    prepare: (t) =>
      given(dated(t), (ctx, id) =>
        milestoneDates.requestBaselineChange(ctx, {
          milestoneId: id,
          version: milestoneVersion(id),
          plannedOn: '2026-03-31',
          reason: '用地',
        }),
      ),
  },
  {
    command: 'approveMilestoneDates',
    may: bureau,
    prepare: (t) => given(proposed(t), (ctx, id) => reviewDates.approveMilestoneDates(ctx, [id])),
  },
  {
    command: 'returnMilestoneDate',
    may: bureau,
    prepare: (t) => given(proposed(t), (ctx, id) => reviewDates.returnMilestoneDate(ctx, id, '早')),
  },
  {
    command: 'withdrawMilestoneDate',
    may: ['owner'],
    prepare: (t) => given(proposed(t), (ctx, id) => reviewDates.withdrawMilestoneDate(ctx, id)),
  },
  {
    command: 'layMilestones',
    may: bureau,
    prepare: () => (ctx) => milestones.layMilestones(ctx, { template: 'enterprise', codes: [code], fromYear: null, toYear: null }),
  },
  {
    command: 'addMilestone',
    may: bureau,
    prepare: () => (ctx) => milestones.addMilestone(ctx, { code, name: '投产', definition: '投产', proof: '照片' }),
  },
  {
    command: 'createProject',
    may: bureau,
    prepare: () => (ctx) =>
      projects.createProject(ctx, {
        name: '新项目',
        sector: 'industry',
        town: null,
        category: null,
        level: null,
        industryClass: null,
        documentTitle: '批复',
        documentNo: '1号',
        documentDay: '2025-10-01',
      }),
  },
  {
    command: 'editProject',
    may: bureau,
    prepare: () => (ctx) =>
      projects.editProject(ctx, {
        code,
        version: v(),
        name: '改名',
        sector: 'industry',
        town: null,
        category: null,
        level: null,
        industryClass: null,
      }),
  },
  {
    command: 'confirmChain',
    may: bureau,
    prepare: () => (ctx) => projects.confirmChain(ctx, { code, version: v(), chain: 'machinery', reason: '核实' }),
  },
  {
    command: 'moveStage',
    may: bureau,
    prepare: () => (ctx) => stages.moveStage(ctx, { code, version: v(), to: 'completed', on: '2025-10-01', reason: null }),
  },
  {
    command: 'refreshPause',
    may: bureau,
    prepare: (t) =>
      given(stages.moveStage(ctxOf(t.actors.bureau), { code, version: v(), to: 'paused', on: '2025-10-01', reason: '资金' }), (ctx) =>
        projects.refreshPause(ctx, { code, version: v(), reason: '仍无资金' }),
      ),
  },
  {
    command: 'uploadEvidence',
    may: ['owner', ...bureau],
    prepare: () => (ctx) => evidence.uploadEvidence(ctx, { subject: 'draft:update:P0001', name: 'x.png', bytes: new Uint8Array() }),
  },
  {
    command: 'addEvidence',
    may: ['owner', ...bureau],
    prepare: () => (ctx) =>
      evidence.addEvidence(ctx, {
        subject: 'draft:update:P0001',
        name: 'x.png',
        stored: { sha256: 'a'.repeat(64), mime: 'image/png', bytes: 1, width: 1, height: 1 },
      }),
  },
  {
    command: 'removeEvidence',
    may: ['owner'],
    prepare: (t) =>
      given(
        evidence.addEvidence(ctxOf(t.actors.owner), {
          subject: 'draft:update:P0001',
          name: 'x.png',
          stored: { sha256: 'a'.repeat(64), mime: 'image/png', bytes: 1, width: 1, height: 1 },
        }),
        (ctx, added) => evidence.removeEvidence(ctx, { id: added.id }),
      ),
  },
  {
    command: 'createOrganisation',
    may: [...bureau, 'admin'],
    prepare: () => (ctx) => organisations.createOrganisation(ctx, { name: '新单位', kind: 'other' }),
  },
  {
    command: 'renameOrganisation',
    may: [...bureau, 'admin'],
    prepare: (t) => (ctx) =>
      organisations.renameOrganisation(ctx, { id: t.organisations.other, version: 1, name: '新名', fromDay: '2025-10-01' }),
  },
  {
    command: 'changePassword',
    may: everyone,
    prepare: () => (ctx) => passwords.changePassword(ctx, { currentPassword: 'x', newPassword: 'y', newPasswordAgain: 'y' }),
  },
  { command: 'resetPassword', may: ['admin'], prepare: (t) => (ctx) => passwords.resetPassword(ctx, { id: t.actors.otherOwner.id }) },
  { command: 'recoverAccount', may: ['system'], prepare: () => (ctx) => passwords.recoverAccount(ctx, 'test-other') },
  { command: 'changeProfile', may: everyone, prepare: () => (ctx) => passwords.changeProfile(ctx, { locale: 'en' }) },
  { command: 'createToken', may: everyone, prepare: () => (ctx) => tokens.createToken(ctx, { name: '表格' }) },
  {
    command: 'revokeToken',
    may: ['owner', 'admin'],
    prepare: (t) =>
      given(tokens.createToken(ctxOf(t.actors.owner), { name: '表格' }), (ctx, made) => tokens.revokeToken(ctx, { id: made.id })),
  },
  { command: 'previewCensusList', may: bureau, prepare: () => (ctx) => censusList.previewCensusList(ctx, `${code}\t测试甲公司`) },
  { command: 'previewUsers', may: ['admin'], prepare: () => (ctx) => userList.previewUsers(ctx, '张三\tzhangsan\towner\t测试乙公司') },
  {
    command: 'createUsers',
    may: ['admin'],
    prepare: () => (ctx) =>
      users.createUsers(ctx, { users: [{ name: '张三', username: 'zhangsan', role: 'owner', organisation: '测试乙公司' }] }),
  },
  { command: 'changeUser', may: ['admin'], prepare: (t) => (ctx) => users.changeUser(ctx, person(t)) },
  { command: 'deactivateUser', may: ['admin'], prepare: (t) => (ctx) => users.deactivateUser(ctx, { id: t.actors.otherOwner.id }) },
  { command: 'reactivateUser', may: ['admin'], prepare: (t) => (ctx) => users.reactivateUser(ctx, { id: t.actors.otherOwner.id }) },
  {
    command: 'signIn',
    case: 'anybody',
    may: callers,
    prepare: () => (ctx) => signIn.signIn(ctx, { username: 'test-other', password: 'x', address: '127.0.0.1', device: null }),
  },
  { command: 'signOutEverywhere', may: everyone, prepare: () => (ctx) => signIn.signOutEverywhere(ctx) },
  {
    command: 'noteTokenUse',
    case: 'by the route, for whoever holds the token',
    may: callers,
    prepare: (t) => given(tokens.createToken(ctxOf(t.actors.owner), { name: '表格' }), (ctx, made) => tokens.noteTokenUse(ctx, made.id)),
  },
  { command: 'loadPlan', may: ['system'], prepare: () => (ctx) => plans.loadPlan(ctx, plan) },
  { command: 'rerateProjects', may: ['system'], prepare: () => (ctx) => rerate.rerateProjects(ctx) },
]

export const ctxFor = (t: TestHouse, caller: Caller): Ctx => ctxOf(caller === 'system' ? system : t.actors[caller])
