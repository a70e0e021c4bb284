import { fill } from '../../../../domain/messages'
import { unitKinds } from '../../../../domain/project-input'
import { ActionForm, DayField, Hidden, Submit, TextField } from '../../../_components/form'
import { Panel } from '../../../_components/panel'
import { Version } from '../../../_components/stale'
import { saveUnit } from './actions'
import { bothVersions, type EditProps } from './view'

/** 业主 and 责任单位, each from a day; the one before ends where the next begins. */
export function UnitsPanel(view: EditProps) {
  const { choices, t } = view
  return (
    <Panel title={t.facts.units}>
      <datalist id="units">
        {choices.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      {unitKinds.map((kind) => (
        <UnitForm key={kind} kind={kind} {...view} />
      ))}
    </Panel>
  )
}

function UnitForm({ kind, work, units, today, t }: EditProps & { kind: (typeof unitKinds)[number] }) {
  const words = t.facts
  const now = units.find((unit) => unit.kind === kind && unit.toDay === null)
  return (
    <section className="[&+&]:mt-5">
      <h3>{t.labels.assignmentKinds[kind]}</h3>
      <p className="soft">{now ? fill(words.unitNow, { name: now.name, day: now.fromDay }) : words.unitNone}</p>
      <ActionForm action={saveUnit} className="form mt-2" aria-label={words.assign[kind]}>
        <Hidden name="code" value={work.code} />
        <Hidden name="kind" value={kind} />
        <Version version={work.version} text={bothVersions(t)} />
        <div className="form-row">
          <TextField
            name="organisation"
            label={words.unitName}
            hint={words.unitHint}
            list="units"
            maxLength={80}
            autoComplete="off"
            optional
            defaultValue={now?.name}
          />
          <DayField name="fromDay" label={words.unitFrom} defaultValue={today} min={now?.fromDay} max={today} />
        </div>
        <div className="form-end">
          <Submit look="plain">{words.assign[kind]}</Submit>
        </div>
      </ActionForm>
    </section>
  )
}
