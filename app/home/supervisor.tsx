import type { LitWork } from '../../db/queries/decisions'
import type { LoneRole } from '../../db/queries/home-bureau'
import type { MonthReporting } from '../../db/queries/month-report'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { Beside } from '../_components/panel'
import { Reporting } from '../_components/reporting'
import { LitWorks } from './lit-works'

type Lit = { rows: LitWork[]; total: number }
type Props = {
  red: Lit
  unrated: Lit
  reporting: MonthReporting
  lone: readonly LoneRole[]
  accounts: Record<LoneRole, number>
  locale: Locale
  t: Messages
}

/** The supervisor's day: what is red, and what nobody could rate. */
export function SupervisorHome({ red, unrated, reporting, lone, accounts, locale, t }: Props) {
  const words = t.home
  return (
    <div className="page">
      <PageHead title={words.title} />
      <div className="stack">
        {lone.includes('supervisor') ? (
          <Notice tone="slow">
            {`${fill(words.lone, { role: t.labels.roles.supervisor, count: accounts.supervisor })} ${words.loneSteps.supervisor} ${words.loneAsk}`}
          </Notice>
        ) : null}
        <Beside>
          <LitWorks title={words.red} empty={words.redNone} works={red} href="/projects?light=red" t={t} />
          <LitWorks
            title={words.unrated}
            note={words.unratedNote}
            empty={words.unratedNone}
            works={unrated}
            href="/projects?light=none"
            t={t}
          />
        </Beside>
        <Reporting reporting={reporting} locale={locale} t={t} />
      </div>
    </div>
  )
}
