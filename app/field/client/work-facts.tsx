import type { ReactNode } from 'react'
import type { FieldFigure, FieldSaid, FieldWork } from '../../../domain/field-package'
import { fill } from '../../../domain/fill'
import { formatWan } from '../../../domain/money'
import { kindOf, valueWords } from '../seen-value'
import { figuresToSee } from '../visit-draft'
import { lightWords, useWords, type Words, Zh } from './words'

/** What is known of a work, to be read on the way. */
export function WorkFacts({ work }: { work: FieldWork }) {
  const words = useWords()
  const { f, labels } = words
  const { stage, sector } = work
  const sectors: Record<string, string> = labels.sectors
  return (
    <>
      <dl className="field-dl">
        <Fact name={f.stage}>{labels.stages[stage]}</Fact>
        <Fact name={f.sector}>{sectors[sector] ?? sector}</Fact>
        <Fact name={f.town}>{work.town ? <Zh>{work.town}</Zh> : null}</Fact>
        <Fact name={f.owner}>{work.owner ? <Zh>{work.owner}</Zh> : null}</Fact>
        <Fact name={f.responsible}>{work.responsible ? <Zh>{work.responsible}</Zh> : null}</Fact>
        <Fact name={f.total}>{work.totalYuan === null ? null : formatWan(work.totalYuan)}</Fact>
        <Fact name={f.plan}>{work.planYuan === null ? null : formatWan(work.planYuan)}</Fact>
        <Fact name={f.content}>{work.content ? <Zh>{work.content}</Zh> : null}</Fact>
      </dl>
      <Part title={f.figures}>
        <FigureTable figures={figuresToSee(work).filter(({ figure }) => kindOf(figure) !== 'count')} />
      </Part>
      <Part title={f.lights}>{work.lights.length === 0 ? f.noLights : <Lights work={work} words={words} />}</Part>
      <Part title={f.milestones}>
        <Milestones work={work} />
      </Part>
      <Part title={f.findings}>{work.findings.length === 0 ? f.noFindings : <Findings work={work} />}</Part>
      <Part title={f.materials}>{work.materials.length === 0 ? f.noMaterials : <Materials work={work} />}</Part>
      <Part title={f.clauses}>{work.clauses.length === 0 ? <Unknown /> : <Clauses work={work} />}</Part>
    </>
  )
}

function Unknown() {
  const { f } = useWords()
  return (
    <>
      <span aria-hidden="true">{f.unknown}</span>
      <span className="sr">{f.unknownWhy}</span>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children ?? <Unknown />}</dd>
    </div>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="field-part">
    <h2>{title}</h2>
    {children}
  </section>
)

function FigureTable({ figures }: { figures: FieldFigure[] }) {
  const words = useWords()
  const { f } = words
  return (
    <table className="field-table">
      <thead>
        <tr>
          <th scope="col">{f.figure}</th>
          <th scope="col">{f.approved}</th>
          <th scope="col">{f.reported}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.figure}>
            <th scope="row">{figureName(figure, words)}</th>
            <td>{saidWords(figure, figure.approved, words)}</td>
            <td>{saidWords(figure, figure.reported, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Milestones and quantities have names of their own; money says its unit. */
export function figureName({ figure, name }: FieldFigure, { f, labels }: Words): string {
  const names: Record<string, string> = labels.seenFigures
  const plain = name ?? names[figure] ?? labels.seenFigures.milestone
  return kindOf(figure) === 'money' ? `${plain} (${f.moneyUnit})` : plain
}

export function saidWords(figure: FieldFigure, said: FieldSaid | null, { f, labels }: Words): string {
  if (said === null) return f.unknown
  const value = valueWords(figure, said.value, { stages: labels.stages, met: f.met, notMet: f.notMet, unknown: f.unknown })
  return said.month ? `${value} (${said.month})` : value
}

const Lights = ({ work, words }: { work: FieldWork; words: Words }) => (
  <ul className="field-list">
    {work.lights.map((light) => (
      <li key={light.kind}>
        {words.labels.lightKinds[light.kind]} <span className={`light light-${light.level}`}>{lightWords(light, words)}</span>
      </li>
    ))}
  </ul>
)

function Milestones({ work }: { work: FieldWork }) {
  const { f } = useWords()
  if (work.milestones.length === 0) return <Unknown />
  return (
    <ul className="field-list">
      {work.milestones.map(({ id, name, baselineOn, forecastOn, metOn }) => (
        <li key={id}>
          <Zh>{name}</Zh> <span className="soft">{baselineOn ? fill(f.baseline, { day: baselineOn }) : null}</span>{' '}
          {metOn ? (
            fill(f.met, { day: metOn })
          ) : (
            <span className="soft">{forecastOn ? fill(f.forecast, { day: forecastOn }) : f.notMet}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Findings({ work }: { work: FieldWork }) {
  const { f, labels } = useWords()
  return (
    <ul className="field-list">
      {work.findings.map(({ number, state, category, severity, facts, dueOn }) => (
        <li key={number}>
          <strong>{number}</strong> {labels.findingStates[state]} • {labels.findingCategories[category]} •{' '}
          {labels.findingSeverities[severity]} • {dueOn ? fill(f.due, { day: dueOn }) : f.noDue}
          <br />
          <Zh>{facts}</Zh>
        </li>
      ))}
    </ul>
  )
}

function Materials({ work }: { work: FieldWork }) {
  const { f } = useWords()
  return (
    <ul className="field-list">
      {work.materials.map(({ name, handedIn }) => (
        <li key={name}>
          <Zh>{name}</Zh> • {handedIn ? f.handedIn : f.notHandedIn}
        </li>
      ))}
    </ul>
  )
}

function Clauses({ work }: { work: FieldWork }) {
  const { f } = useWords()
  return (
    <>
      {work.clauses.map(({ item, line, text }) => (
        <blockquote key={`${item} ${line}`} className="clause">
          <q lang="zh-CN">{text}</q> <cite>{fill(f.clauseLine, { line })}</cite>
        </blockquote>
      ))}
    </>
  )
}
