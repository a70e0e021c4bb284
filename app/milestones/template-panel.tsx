import { fill, type Locale, type Messages } from '../../domain/messages'
import { type MilestoneTemplate, milestonesToLay, type Words } from '../../domain/template'
import { Panel } from '../_components/panel'

type Props = {
  templates: readonly MilestoneTemplate[]
  chosen: MilestoneTemplate | null
  hrefOf: (template: MilestoneTemplate) => string
  year: number
  locale: Locale
  t: Messages
}

/** The ways of building, and what the chosen one lays: each milestone with the line that says when it is met, and its proof. */
export function TemplatePanel({ templates, chosen, hrefOf, year, locale, t }: Props) {
  const words = t.milestones
  const say = (text: Words) => (locale === 'en' ? text.en : text.zh)
  return (
    <Panel title={words.template} note={chosen ? noteOf(chosen, t) : words.templateChoose}>
      <nav className="chips" aria-label={words.template}>
        {templates.map((template) => (
          <a
            key={template.code}
            href={hrefOf(template)}
            className={template.code === chosen?.code ? 'chip chip-on' : 'chip'}
            aria-current={template.code === chosen?.code}
          >
            {say(template.name)}
          </a>
        ))}
      </nav>
      {chosen ? (
        <details className="mt-3">
          <summary className="opens inline">{words.templateWords}</summary>
          <ol className="template-milestones">
            {milestonesToLay(chosen, [year]).map(({ key, name, definition, proof }) => (
              <li key={key}>
                <strong>{say(name)}</strong>
                <span>
                  {words.definition}
                  {t.common.colon}
                  {say(definition)}
                </span>
                <span className="soft">
                  {words.proof}
                  {t.common.colon}
                  {say(proof)}
                </span>
              </li>
            ))}
          </ol>
          <p className="soft small">{fill(words.steps, { steps: chosen.steps.map(say).join(' → ') })}</p>
        </details>
      ) : null}
    </Panel>
  )
}

const noteOf = ({ milestones, steps }: MilestoneTemplate, t: Messages): string =>
  fill(t.milestones.templateNote, { milestones: milestones.length, steps: steps.length })
