import type { Decision } from '../../db/queries/decision'
import { isMonth } from '../../domain/calendar'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { DecidedLine, EarlierTries, SaidWords, SubmittedLine } from '../_components/decision-facts'
import { DecisionLines } from '../_components/decision-lines'
import { aboutWords, effectWords } from '../_components/decision-words'
import { LightMark } from '../_components/light'
import { monthWords } from '../_lib/locale'
import { DecideForm } from './decide-form'

export type PanelProps = { decision: Decision; next: string | null; kind: string | null; locale: Locale; t: Messages }

/** One whole decision: what it is, before and now, what the submitter says, what approving changes, and the two buttons. */
export function DecisionPanel({ decision, next, kind, locale, t }: PanelProps) {
  const odd = decision.lines.flatMap((line) => line.checks).filter((check) => check.odd).length
  const { beforeLabel } = decision
  const before = beforeLabel && isMonth(beforeLabel) ? monthWords(beforeLabel, locale) : beforeLabel
  const link =
    decision.kind === 'update' ? (id: number) => `/updates/${id}` : decision.kind === 'output' ? (id: number) => `/outputs/${id}` : null
  return (
    <section className="panel decision" aria-labelledby="decision-title">
      <div className="decision-head">
        <div>
          <a className="only-phone" href="/reviews">
            ‹ {t.reviews.queue}
          </a>
          <h2 id="decision-title" lang="zh-CN">
            {decision.title}
          </h2>
          <p className="soft small">
            {aboutWords(decision.kind, decision.about, locale, t)} · <SubmittedLine decision={decision} t={t} />
          </p>
        </div>
        {odd > 0 ? <LightMark level="yellow">{fill(t.reviews.oddCount, { count: odd })}</LightMark> : null}
      </div>
      <DecisionLines lines={decision.lines} beforeLabel={before} nowLabel={t.reviews.now} locale={locale} t={t} />
      <SaidWords decision={decision} t={t} />
      {decision.tries.length > 0 ? (
        <details className="tries-box">
          <summary>{fill(t.reviews.triesBefore, { count: decision.tries.length })}</summary>
          <EarlierTries decision={decision} link={link} t={t} />
        </details>
      ) : null}
      <div className="decision-end">
        {decision.status === 'submitted' ? (
          <DecideForm
            decision={decision}
            next={next}
            kind={kind}
            t={t}
            effects={decision.effects.map((effect) => effectWords(effect, t))}
          />
        ) : (
          <>
            <DecidedLine decision={decision} t={t} />
            {next ? (
              <a className="button button-main" href={`/reviews?item=${next}`} data-key="a">
                {t.reviews.goOn}
              </a>
            ) : null}
          </>
        )}
      </div>
    </section>
  )
}
