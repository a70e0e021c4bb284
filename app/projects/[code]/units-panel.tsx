import type { UnitSpan } from '../../../db/queries/project'
import { fill, type Messages } from '../../../domain/messages'
import { Panel } from '../../_components/panel'
import { waitingOrCurrent } from './sheet-in-view'
import type { ProjectPageProps } from './view'

/** Who answers for the work and since when, earlier ones too; contacts only for the bureau and the units themselves. */
export function UnitsPanel({ head: { units, seesContacts }, record, t }: ProjectPageProps) {
  const words = t.project
  const sheet = waitingOrCurrent(record.sheets).approved?.body
  return (
    <Panel title={words.units} id="units">
      {units.length === 0 ? <p className="slow">{words.unitsNone}</p> : null}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {units.map((span) => (
          <Unit key={`${span.kind} ${span.fromDay} ${span.name}`} span={span} t={t} />
        ))}
        {seesContacts && sheet?.contact ? <Line name={words.contact}>{sheet.contact}</Line> : null}
        {seesContacts && sheet?.telephone ? (
          <Line name={words.telephone}>
            <a href={`tel:${sheet.telephone.replace(/[^\d+]/g, '')}`}>{sheet.telephone}</a>
          </Line>
        ) : null}
      </dl>
      {seesContacts ? null : <p className="soft small mt-2">{words.contactHidden}</p>}
    </Panel>
  )
}

function Unit({ span, t }: { span: UnitSpan; t: Messages }) {
  const { kind, name, former, fromDay, toDay } = span
  const when = toDay === null ? fill(t.project.unitSince, { day: fromDay }) : fill(t.project.unitSpan, { from: fromDay, to: toDay })
  return (
    <Line name={t.labels.assignmentKinds[kind]}>
      <span lang="zh-CN" className={toDay === null ? undefined : 'soft'}>
        {name}
      </span>{' '}
      <span className="soft small">
        {former.length > 0 ? (
          <span lang="zh-CN">
            {fill(t.registers.formerly, { name: former.join('、') })}
            {' · '}
          </span>
        ) : null}
        {when}
      </span>
    </Line>
  )
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="contents">
      <dt className="soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
