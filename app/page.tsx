import type { Metadata } from 'next'
import { chainOverview } from '../db/queries/chains'
import { decisionsAsked } from '../db/queries/condition-decisions'
import { openConditions, worksByLight } from '../db/queries/decisions'
import { differenceTasks } from '../db/queries/differences'
import { findingTasks } from '../db/queries/finding-tasks'
import { libraryGaps, loneRoles, waitingCounts } from '../db/queries/home-bureau'
import { deskMatters, monthToLock } from '../db/queries/home-desk'
import { accountsState, logState } from '../db/queries/home-house'
import { bulletinsToIssue, differencesWaiting, latestBulletin, visitsToSettle } from '../db/queries/home-inspection'
import { askedConditions, dueMilestones, dueOutputs, dueReports, ownWaiting, ownWorks } from '../db/queries/home-owner'
import { returnedToMe } from '../db/queries/home-returned'
import { joinedRounds, roundsOnTheGo } from '../db/queries/home-rounds'
import { deskWaits } from '../db/queries/home-waits'
import { lateUnits, monthReporting } from '../db/queries/month-report'
import { ratingTasks } from '../db/queries/ratings'
import { materialRequests } from '../db/queries/round-materials'
import { slips } from '../db/queries/slips'
import { activeAccounts } from '../db/queries/users'
import type { UserActor } from '../domain/actor'
import type { Day } from '../domain/calendar'
import type { Locale, Messages } from '../domain/messages'
import { today } from './_lib/clock'
import { reader, words } from './_lib/locale'
import { requireViewer, type Viewer } from './_lib/session'
import { AdminHome } from './home/admin'
import { AuditorHome } from './home/auditor'
import { BureauHome } from './home/bureau'
import { LeaderHome } from './home/leader'
import { toRead } from './home/leader-once'
import { OwnerHome } from './home/owner'
import { SupervisorHome } from './home/supervisor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).home.title }
}

/** What waits for me, by role. */
export default async function HomePage() {
  const person = await requireViewer()
  const { locale, t } = await reader()
  const common = { actor: person.actor, day: today(), locale, t }
  switch (person.actor.role) {
    case 'owner':
      return owner(person, common)
    case 'bureau':
      return bureau(common)
    case 'supervisor':
      return supervisor(common)
    case 'leader':
      return leader(common)
    case 'admin':
      return <AdminHome accounts={accountsState(person.actor)} t={t} />
    case 'auditor':
      return <AuditorHome log={logState(person.actor)} t={t} />
  }
}

type Common = { actor: UserActor; day: Day; locale: Locale; t: Messages }

function owner(person: Viewer, { actor, day, locale, t }: Common) {
  const works = ownWorks(actor)
  return (
    <OwnerHome
      organisation={person.organisation}
      works={works}
      month={{
        organisationId: actor.organisationId,
        returned: returnedToMe(actor),
        due: dueReports(works.rows, day),
        milestones: dueMilestones(actor, day),
        asked: askedConditions(actor, day),
        outputs: dueOutputs(actor, day),
      }}
      inspection={{
        materials: materialRequests(actor, day),
        findings: findingTasks(actor, day),
        ratings: ratingTasks(actor, day),
        differences: differenceTasks(actor),
      }}
      waiting={ownWaiting(actor)}
      today={day}
      locale={locale}
      t={t}
    />
  )
}

function bureau({ actor, day, locale, t }: Common) {
  return (
    <BureauHome
      waiting={waitingCounts(actor)}
      gaps={libraryGaps(actor)}
      lone={loneRoles(actor)}
      accounts={activeAccounts(actor)}
      late={lateUnits(actor, 20)}
      inspection={{ findings: findingTasks(actor, day), differences: differencesWaiting(actor), joined: joinedRounds(actor) }}
      desk={{ ...deskMatters(actor, day), waits: deskWaits(actor), month: monthToLock(actor, day) }}
      reporting={monthReporting(actor, day)}
      locale={locale}
      t={t}
    />
  )
}

function supervisor({ actor, day, locale, t }: Common) {
  return (
    <SupervisorHome
      rounds={roundsOnTheGo(actor)}
      desk={{ findings: findingTasks(actor, day), visits: visitsToSettle(actor), bulletins: bulletinsToIssue(actor) }}
      red={worksByLight(actor, ['red'], 8)}
      unrated={worksByLight(actor, ['none'], 8)}
      reporting={monthReporting(actor, day)}
      lone={loneRoles(actor)}
      accounts={activeAccounts(actor)}
      locale={locale}
      t={t}
    />
  )
}

function leader({ actor, day, locale, t }: Common) {
  return (
    <LeaderHome
      asked={decisionsAsked(actor, day, toRead.asked)}
      worst={slips(actor, day, 1, toRead.worst)}
      chains={chainOverview(actor, day)}
      conditions={openConditions(actor, day, toRead.conditions)}
      late={worksByLight(actor, ['red'], toRead.late)}
      findings={findingTasks(actor, day)}
      bulletin={latestBulletin(actor)}
      units={lateUnits(actor, 10)}
      reporting={monthReporting(actor, day)}
      today={day}
      locale={locale}
      t={t}
    />
  )
}
