import type { LitWork } from '../../db/queries/decisions'
import type { LoneRole } from '../../db/queries/home-bureau'
import type { RoundOnTheGo } from '../../db/queries/home-rounds'
import type { MonthReporting } from '../../db/queries/month-report'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { Beside } from '../_components/panel'
import { Reporting } from '../_components/reporting'
import { LitWorks } from './lit-works'
import { RoundsPanel } from './rounds-panel'
import { SupervisorDesk, type SupervisorThings } from './supervisor-desk'

type Lit = { rows: LitWork[]; total: number }
type Props = {
  rounds: { rows: RoundOnTheGo[]; total: number }
  desk: SupervisorThings
  red: Lit
  unrated: Lit
  reporting: MonthReporting
  lone: readonly LoneRole[]
  accounts: Record<LoneRole, number>
  locale: Locale
  t: Messages
}

/** The supervisor's day: rounds and what each waits for, what waits for this person; below, what is red and what nobody could rate. */
export function SupervisorHome({ rounds, desk, red, unrated, reporting, lone, accounts, locale, t }: Props) {
  const words = t.home
  const findings = desk.findings.filter(({ kind }) => kind !== 'alarm').reduce((sum, { total }) => sum + total, 0)
  const count = findings + desk.visits.total + desk.bulletins.length
  return (
    <div className="page">
      <PageHead title={count > 0 ? fill(words.waiting, { count }) : words.title}>
        <a className="button button-main" href="/field">
          {words.takeAlong}
        </a>
      </PageHead>
      <div className="stack">
        {lone.includes('supervisor') ? (
          <Notice tone="slow">
            {`${fill(words.lone, { role: t.labels.roles.supervisor, count: accounts.supervisor })} ${words.loneSteps.supervisor} ${words.loneAsk}`}
          </Notice>
        ) : null}
        <Beside>
          <RoundsPanel rounds={rounds} t={t} />
          <SupervisorDesk {...desk} t={t} />
        </Beside>
        <Beside>
          <LitWorks title={words.red} empty={words.redNone} works={red} href="/projects?light=red&period=all" t={t} />
          <LitWorks
            title={words.unrated}
            note={words.unratedNote}
            empty={words.unratedNone}
            works={unrated}
            href="/projects?light=none&period=all"
            t={t}
          />
        </Beside>
        <Reporting reporting={reporting} locale={locale} t={t} />
      </div>
    </div>
  )
}
