import { annualPlanForm } from '../../db/queries/annual-plan-form'
import * as census from '../../db/queries/census'
import * as chain from '../../db/queries/chain'
import * as enterprises from '../../db/queries/chain-enterprises'
import * as statistics from '../../db/queries/chain-statistics'
import * as chainWorks from '../../db/queries/chain-works'
import { chainYears } from '../../db/queries/chain-years'
import * as chains from '../../db/queries/chains'
import * as conditions from '../../db/queries/conditions'
import { outputView } from '../../db/queries/decision-chains'
import { decisionFor } from '../../db/queries/decision-view'
import * as decisions from '../../db/queries/decisions'
import { ownDraft } from '../../db/queries/drafts'
import { checkChain } from '../../db/queries/event-chain'
import { listEvents } from '../../db/queries/events'
import * as evidence from '../../db/queries/evidence'
import { factSheetForm } from '../../db/queries/fact-sheet-form'
import * as homeBureau from '../../db/queries/home-bureau'
import * as homeDesk from '../../db/queries/home-desk'
import * as homeHouse from '../../db/queries/home-house'
import * as homeOwner from '../../db/queries/home-owner'
import { returnedToMe } from '../../db/queries/home-returned'
import { deskWaits } from '../../db/queries/home-waits'
import { investmentByYear } from '../../db/queries/investment-years'
import { carriedOver, libraryPeriods, ofPeriod } from '../../db/queries/library-period'
import * as milestoneForm from '../../db/queries/milestone-form'
import { milestonePlan } from '../../db/queries/milestone-plan'
import { worksToLay } from '../../db/queries/milestones-to-lay'
import * as monthReport from '../../db/queries/month-report'
import * as organisations from '../../db/queries/organisations'
import * as outputForm from '../../db/queries/output-form'
import { planChains } from '../../db/queries/plan'
import { projectHead } from '../../db/queries/project'
import * as facets from '../../db/queries/project-facets'
import * as projectFilter from '../../db/queries/project-filter'
import * as projectList from '../../db/queries/project-list'
import { reviewQueue } from '../../db/queries/review-queue'
import * as rollups from '../../db/queries/rollups'
import * as scope from '../../db/queries/scope'
import * as sectors from '../../db/queries/sectors'
import { tokensOfUser } from '../../db/queries/tokens'
import { monthlyForm } from '../../db/queries/update-form'
import { updateView } from '../../db/queries/update-view'
import * as users from '../../db/queries/users'
import { waitingDates } from '../../db/queries/waiting-dates'
import type { UserActor } from '../../domain/actor'
import { testDay } from './house'
import { annualReadings } from './readings/annual'
import { bulletinReadings } from './readings/bulletins'
import { candidatesReadings } from './readings/candidates'
import { deskReadings } from './readings/desk'
import { dispatchReadings } from './readings/dispatch'
import { evaluationReadings } from './readings/evaluation'
import { exportsReadings } from './readings/exports'
import { feedReadings } from './readings/feed'
import { findingReadings } from './readings/findings'
import { fundsReadings } from './readings/funds'
import { importsReadings } from './readings/imports'
import { mailReadings } from './readings/mail'
import { monthsReadings } from './readings/months'
import { openReadings } from './readings/open'
import { outlookReadings } from './readings/outlook'
import type { Reader, Reading } from './readings/reading'
import { registersReadings } from './readings/registers'
import { roundReadings } from './readings/rounds'
import { rulesReadings } from './readings/rules'
import { seenReadings } from './readings/seens'
import { visitReadings } from './readings/visits'

export const readers: Reader[] = ['owner', 'otherOwner', 'bureau', 'bureau2', 'supervisor', 'supervisor2', 'leader', 'admin', 'auditor']

const bureau: Reader[] = ['bureau', 'bureau2']
const all: Reader[] = [...bureau, 'supervisor', 'supervisor2', 'leader']
const own: Reader[] = [...all, 'owner']
const listing: Reader[] = [...own, 'otherOwner']
const code = 'P0001'
const building = () => planChains().find(({ id }) => id === 'building') ?? planChains()[0]
const theChain = () => building() as NonNullable<ReturnType<typeof building>>
const firstRow = (actor: UserActor) => chains.chainRow(actor, theChain(), testDay, null)

export const readings: Reading[] = [
  ...roundReadings,
  ...visitReadings,
  ...findingReadings,
  ...annualReadings,
  ...registersReadings,
  ...fundsReadings,
  ...deskReadings,
  ...rulesReadings,
  ...monthsReadings,
  ...outlookReadings,
  ...importsReadings,
  ...exportsReadings,
  ...candidatesReadings,
  ...evaluationReadings,
  ...dispatchReadings,
  ...openReadings,
  ...mailReadings,
  ...feedReadings,
  ...bulletinReadings,
  ...seenReadings,
  { read: 'annualPlanForm', may: [...bureau, 'owner'], call: (actor) => annualPlanForm(actor, code, 2025) },
  { read: 'censusGrid', may: bureau, call: (actor) => census.censusGrid(actor, { page: 1, unfinished: false }) },
  { read: 'censusRowsOf', may: bureau, call: (actor) => census.censusRowsOf(actor, [code]) },
  { read: 'censusPreview', may: bureau, call: (actor) => census.censusPreview(actor, `${code}\t甲`, testDay) },
  { read: 'enterprisesPage', may: listing, call: (actor) => enterprises.enterprisesPage(actor, theChain(), 1) },
  { read: 'missingEnterprises', may: all, call: (actor) => enterprises.missingEnterprises(actor, 'building', 2025) },
  { read: 'statisticsOf', may: all, call: (actor) => statistics.statisticsOf(actor, ['building']) },
  { read: 'statisticsInForce', may: all, call: (actor) => statistics.statisticsInForce(actor, ['building'], 2025) },
  { read: 'chainWorks', may: listing, call: (actor) => chainWorks.chainWorks(actor, 'machinery') },
  { read: 'chainGaps', may: own, call: (actor) => chainWorks.chainGaps(actor, 'machinery') },
  { read: 'chainYears', may: listing, call: (actor) => chainYears(actor, theChain(), testDay) },
  { read: 'chainDetail', may: listing, call: (actor) => chain.chainDetail(actor, 'building', testDay, 1) },
  { read: 'chainOverview', may: listing, call: (actor) => chains.chainOverview(actor, testDay) },
  { read: 'chainRow', may: listing, call: firstRow },
  { read: 'toldOutput', may: all, call: (actor) => chains.toldOutput(actor, 'building', 2025).output },
  { read: 'outputRef', may: all, call: (actor) => chains.outputRef(actor, firstRow(actor)) },
  { read: 'conditionList', may: listing, call: (actor) => conditions.conditionList(actor, {}, 1, testDay) },
  { read: 'worksToAskFor', may: [...bureau, 'owner'], call: (actor) => conditions.worksToAskFor(actor) },
  { read: 'outputView', may: own, call: (actor, { output }) => outputView(actor, output) },
  { read: 'decisionFor', may: bureau, call: (actor, { update }) => decisionFor(actor, { kind: 'update', id: update }, testDay) },
  { read: 'openConditions', may: listing, call: (actor) => decisions.openConditions(actor, testDay, 5) },
  { read: 'worksByLight', may: listing, call: (actor) => decisions.worksByLight(actor, ['red', 'none'], 500) },
  { read: 'ownDraft', may: ['owner'], call: (actor) => ownDraft(actor, 'update:P0001:monthly:2025-08') },
  { read: 'checkChain', may: ['auditor'], call: (actor) => checkChain(actor) },
  { read: 'listEvents', may: ['admin', 'auditor'], call: (actor) => listEvents(actor, {} as Parameters<typeof listEvents>[1]) },
  { read: 'evidenceOf', may: own, call: (actor, { update }) => evidence.evidenceOf(actor, `update:${update}`) },
  { read: 'evidenceFile', may: own, call: (actor) => evidence.evidenceFile(actor, 'a'.repeat(64)) },
  { read: 'factSheetForm', may: [...bureau, 'owner'], call: (actor) => factSheetForm(actor, code) },
  { read: 'waitingCounts', may: bureau, call: (actor) => homeBureau.waitingCounts(actor) },
  { read: 'deskWaits', may: bureau, call: (actor) => ({ waits: deskWaits(actor) }) },
  { read: 'monthToLock', may: all, call: (actor) => homeDesk.monthToLock(actor, testDay) },
  { read: 'deskMatters', may: bureau, call: (actor) => homeDesk.deskMatters(actor, testDay) },
  { read: 'libraryPeriods', may: listing, call: (actor) => ({ periods: libraryPeriods(actor, testDay) }) },
  { read: 'ofPeriod', may: listing, call: (actor) => ofPeriod(actor, { q: '水' }, testDay) },
  { read: 'carriedOver', may: listing, call: (actor) => ({ works: [...carriedOver(actor, [1], testDay)] }) },
  { read: 'libraryGaps', may: listing, call: (actor) => homeBureau.libraryGaps(actor) },
  { read: 'loneRoles', may: [], call: (actor) => homeBureau.loneRoles(actor) },
  { read: 'accountsState', may: ['admin'], call: (actor) => homeHouse.accountsState(actor) },
  { read: 'logState', may: ['auditor'], call: (actor) => homeHouse.logState(actor) },
  { read: 'investmentByYear', may: own, call: (actor) => investmentByYear(actor, undefined) },
  { read: 'datedMilestones', may: [...bureau, 'owner'], call: (actor) => milestoneForm.datedMilestones(actor, code) },
  { read: 'milestoneForm', may: [], call: (actor) => milestoneForm.milestoneForm(actor, code, 0) },
  { read: 'completionForm', may: [...bureau, 'owner'], call: (actor) => milestoneForm.completionForm(actor, code) },
  { read: 'milestonePlan', may: [...bureau, 'owner'], call: (actor) => milestonePlan(actor, code) },
  { read: 'worksToLay', may: bureau, call: (actor) => worksToLay(actor, { page: 1, bare: false, filter: {} }) },
  { read: 'monthReporting', may: listing, call: (actor) => monthReport.monthReporting(actor, testDay) },
  { read: 'lateUnits', may: listing, call: (actor) => monthReport.lateUnits(actor, 10) },
  { read: 'listOrganisations', may: [...bureau, 'admin'], call: (actor) => organisations.listOrganisations(actor, { page: 1 }) },
  {
    read: 'organisationById',
    may: [...bureau, 'admin'],
    call: (actor, _, t) => organisations.organisationById(actor, t.organisations.own),
  },
  {
    read: 'organisationChoices',
    may: readers.filter((reader) => reader !== 'auditor'),
    call: (actor) => organisations.organisationChoices(actor),
  },
  { read: 'outputTies', may: [...bureau, 'owner'], call: (actor) => outputForm.outputTies(actor) },
  {
    read: 'outputForm',
    may: [...bureau, 'owner'],
    call: (actor, _, t) =>
      outputForm.outputForm(
        actor,
        { organisationId: t.organisations.own, chainId: 'building' } as Parameters<typeof outputForm.outputForm>[1],
        '2025Q3',
        testDay,
      ),
  },
  { read: 'projectHead', may: own, call: (actor) => projectHead(actor, code) },
  { read: 'listFacets', may: listing, call: (actor) => facets.listFacets(actor, {}) },
  { read: 'unitName', may: own, call: (actor, _, t) => facets.unitName(actor, t.organisations.own) },
  { read: 'listCondition', may: listing, call: (actor) => String(projectFilter.listCondition(actor, {}).queryChunks.length) },
  { read: 'filterKey', may: readers, call: (actor) => projectFilter.filterKey(actor, {}) },
  { read: 'projectsPage', may: listing, call: (actor) => projectList.projectsPage(actor, {}) },
  { read: 'listTotals', may: listing, call: (actor) => projectList.listTotals(actor, {}) },
  { read: 'reviewQueue', may: bureau, call: (actor) => reviewQueue(actor, testDay, null) },
  { read: 'sectorRollups', may: own, call: (actor) => rollups.sectorRollups(actor) },
  { read: 'chainRollups', may: own, call: (actor) => rollups.chainRollups(actor) },
  { read: 'beyondPlan', may: [], call: (actor) => rollups.beyondPlan(actor, 'industry') },
  { read: 'namedWorks', may: own, call: (actor) => rollups.namedWorks(actor) },
  { read: 'boxRollups', may: own, call: (actor) => rollups.boxRollups(actor) },
  { read: 'ownWorks', may: listing, call: (actor) => homeOwner.ownWorks(actor) },
  {
    read: 'dueMilestones',
    may: [...bureau, 'owner', 'supervisor', 'supervisor2', 'leader'],
    call: (actor) => homeOwner.dueMilestones(actor, testDay),
  },
  { read: 'askedConditions', may: ['otherOwner'], call: (actor) => homeOwner.askedConditions(actor, testDay) },
  { read: 'dueOutputs', may: ['owner'], call: (actor) => homeOwner.dueOutputs(actor, testDay) },
  { read: 'ownWaiting', may: listing, call: (actor) => homeOwner.ownWaiting(actor) },
  { read: 'returnedToMe', may: [], call: (actor) => returnedToMe(actor) },
  { read: 'waitingDates', may: bureau, call: (actor) => waitingDates(actor, { page: 1, filter: {} }) },
  { read: 'visibleProjects', may: listing, call: (actor) => String(scope.visibleProjects(actor).queryChunks.length) },
  { read: 'scopeKey', may: readers, call: (actor) => scope.scopeKey(actor) },
  { read: 'sectorOverview', may: listing, call: (actor) => sectors.sectorOverview(actor) },
  { read: 'sectorDetail', may: listing, call: (actor) => sectors.sectorDetail(actor, 'industry') },
  { read: 'boxDetail', may: listing, call: (actor) => sectors.boxDetail(actor, 'industry', '3-1') },
  { read: 'tokensOfUser', may: ['owner', 'admin'], call: (actor, { person }) => tokensOfUser(actor, person) },
  { read: 'monthlyForm', may: [...bureau, 'owner'], call: (actor) => monthlyForm(actor, code, '2025-08', testDay) },
  { read: 'updateView', may: own, call: (actor, { update }) => updateView(actor, update, testDay) },
  { read: 'listUsers', may: ['admin'], call: (actor) => users.listUsers(actor, { page: 1 }) },
  { read: 'userById', may: ['admin'], call: (actor, { person }) => users.userById(actor, person) },
  { read: 'activeAccounts', may: [...all, 'admin'], call: (actor) => users.activeAccounts(actor) },
]
