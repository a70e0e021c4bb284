import { useState } from 'react'
import { fill } from '../../../domain/fill'
import type { FindingCategory, FindingSeverity } from '../../../domain/finding'
import type { FindingDraft, VisitDraft } from '../visit-draft'
import { AreaBox, Choices, optionsOf, SelectBox, Sure, TextBox } from './controls'
import type { Database } from './database'
import type { Person } from './people'
import type { Change } from './use-draft'
import type { Wrong } from './use-lacks'
import { useWords } from './words'

type Props = { draft: VisitDraft; change: Change; wrong: Wrong; db: Database; person: Person }

export function VisitFindings({ draft, change, wrong, db }: Props) {
  const { f } = useWords()
  const put = (id: string, more: Partial<FindingDraft>) =>
    change((now) => ({ ...now, findings: now.findings.map((one) => (one.id === id ? { ...one, ...more } : one)) }))
  const add = () => change((now) => ({ ...now, findings: [...now.findings, newFinding()] }))
  const remove = (id: string) => {
    for (const photo of draft.photos) if (photo.finding === id) void db.delete('photos', photo.id)
    change((now) => ({
      ...now,
      findings: now.findings.filter((one) => one.id !== id),
      photos: now.photos.filter(({ finding }) => finding !== id),
    }))
  }
  return (
    <section className="field-part">
      <h2>{f.newFindings}</h2>
      {draft.findings.map((finding, index) => (
        <Finding
          key={finding.id}
          number={index + 1}
          finding={finding}
          put={(more) => put(finding.id, more)}
          remove={() => remove(finding.id)}
          wrong={wrong}
        />
      ))}
      <button type="button" className="button" onClick={add} data-add-finding="">
        {f.addFinding}
      </button>
    </section>
  )
}

const newFinding = (): FindingDraft => ({ id: crypto.randomUUID(), category: '', severity: '', basis: '', facts: '' })

type FindingProps = { number: number; finding: FindingDraft; put: (more: Partial<FindingDraft>) => void; remove: () => void; wrong: Wrong }

function Finding({ number, finding: { id, category, severity, basis, facts }, put, remove, wrong }: FindingProps) {
  const { f, labels } = useWords()
  const [asking, ask] = useState(false)
  return (
    <fieldset className="field-figure" data-finding={id}>
      <legend>{fill(f.findingTitle, { number })}</legend>
      <SelectBox
        id={`${id}-category`}
        label={f.category}
        options={optionsOf(labels.findingCategories)}
        value={category}
        type={(value) => put({ category: value as FindingCategory })}
        wrong={wrong(`${id}-category`)}
      />
      <Choices
        id={`${id}-severity`}
        label={f.severity}
        options={optionsOf(labels.findingSeverities)}
        value={severity}
        type={(value) => put({ severity: value as FindingSeverity })}
        wrong={wrong(`${id}-severity`)}
      />
      <AreaBox
        id={`${id}-facts`}
        label={f.facts}
        maxLength={1000}
        value={facts}
        type={(text) => put({ facts: text })}
        wrong={wrong(`${id}-facts`)}
      />
      <TextBox
        id={`${id}-basis`}
        label={f.basis}
        maxLength={300}
        value={basis}
        type={(text) => put({ basis: text })}
        wrong={wrong(`${id}-basis`)}
        optional
      />
      {asking ? (
        <Sure text={f.removeFindingSure} yes={f.removeFinding} no={f.notYet} onYes={remove} onNo={() => ask(false)} late />
      ) : (
        <button type="button" className="button button-plain" onClick={() => ask(true)}>
          {f.removeFinding}
        </button>
      )}
    </fieldset>
  )
}
