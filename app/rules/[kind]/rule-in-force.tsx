import type { RuleView } from '../../../db/queries/rule-desk'
import type { Holidays } from '../../../domain/calendar'
import type { Messages } from '../../../domain/messages'
import { ruleGroups, ruleTexts } from '../../../domain/rules-fields'
import { Panel } from '../../_components/panel'
import { fieldWords, valueWords } from './words'

/** The rule as it stands, for those who read it only. */
export function RuleInForce({ view: { kind, inForce }, t }: { view: RuleView; t: Messages }) {
  return (
    <Panel title={t.rules.readTitle}>
      {kind === 'holidays' ? <Years years={inForce.body as Holidays} t={t} /> : <Numbers kind={kind} body={inForce.body} t={t} />}
    </Panel>
  )
}

function Numbers({ kind, body, t }: { kind: RuleView['kind']; body: unknown; t: Messages }) {
  const texts = ruleTexts(kind, body, '2021-01-01')
  const words: Record<string, { title: string; why: string }> = t.rules.groups
  return ruleGroups[kind].map(({ name, fields }) => (
    <section key={name} className="rule-group">
      <h3>{words[`${kind}.${name}`]?.title}</h3>
      <p className="soft small">{words[`${kind}.${name}`]?.why}</p>
      <ul className="rule-fields">
        {fields.map((field) => (
          <li key={field.name}>
            {fieldWords(field.name, t).label}
            {t.common.colon}
            <strong>{valueWords(field, texts[field.name] ?? null, t)}</strong>
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Years({ years, t }: { years: Holidays; t: Messages }) {
  return Object.keys(years)
    .sort()
    .reverse()
    .map((year) => (
      <section key={year} className="rule-group">
        <h3>{year}</h3>
        <p>
          {t.rules.fields.off.label}
          {t.common.colon}
          {years[year]?.off.join(' ')}
        </p>
        <p>
          {t.rules.fields.work.label}
          {t.common.colon}
          {years[year]?.work.join(' ') || '—'}
        </p>
      </section>
    ))
}
