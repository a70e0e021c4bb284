import { fill } from '../../../../domain/messages'
import { ActionForm, DayField, Hidden, Submit, TextField } from '../../../_components/form'
import { Panel } from '../../../_components/panel'
import { Version } from '../../../_components/stale'
import { saveLeader } from './actions'
import { bothVersions, type EditProps } from './view'

/** 联系领导, a person from a day; the one before ends where the next begins. */
export function LeaderPanel({ work, units, today, t }: EditProps) {
  const words = t.registers
  const now = units.find(({ kind, toDay }) => kind === 'leader' && toDay === null)
  return (
    <Panel title={words.leader}>
      <p className="soft">{now ? fill(words.leaderNow, { name: now.name, day: now.fromDay }) : words.leaderNone}</p>
      <ActionForm action={saveLeader} className="form mt-2" aria-label={words.leaderAssign}>
        <Hidden name="code" value={work.code} />
        <Version version={work.version} text={bothVersions(t)} fields={[]} />
        <div className="form-row">
          <TextField
            name="person"
            label={words.leaderName}
            hint={words.leaderHint}
            optional
            maxLength={40}
            autoComplete="off"
            defaultValue={now?.name}
          />
          <DayField name="fromDay" label={t.facts.unitFrom} defaultValue={today} min={now?.fromDay} max={today} />
        </div>
        <div className="form-end">
          <Submit look="plain">{words.leaderAssign}</Submit>
        </div>
      </ActionForm>
    </Panel>
  )
}
