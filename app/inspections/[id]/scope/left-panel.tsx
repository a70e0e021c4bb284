import type { ScopeView } from '../../../../db/queries/round-scope'
import { fill, type Messages } from '../../../../domain/messages'
import { ActionForm, Submit, Tick } from '../../../_components/form'
import { Panel } from '../../../_components/panel'
import { Which } from '../round-forms'
import { carry } from './actions'

/** Next quarter starts from what was left open: findings of earlier rounds, with their works. */
export function LeftPanel({ view: { round, left }, t }: { view: ScopeView; t: Messages }) {
  const words = t.rounds.scope
  return (
    <Panel title={words.left} note={words.leftNote}>
      <ActionForm action={carry} aria-label={words.left}>
        <Which round={round} t={t} />
        <div>
          {left.map(({ id, number, facts, state, dueOn }) => (
            <Tick
              key={id}
              name="findings[]"
              value={String(id)}
              defaultChecked
              label={
                <>
                  <a className="underline" href={`/findings/${number}`}>
                    {number}
                  </a>{' '}
                  <span lang="zh-CN">{facts}</span>{' '}
                  <span className="soft">
                    {t.labels.findingStates[state]}
                    {dueOn ? ` · ${fill(words.dueOn, { day: dueOn })}` : ''}
                  </span>
                </>
              }
            />
          ))}
        </div>
        <div className="form-end">
          <Submit look="plain">{words.carry}</Submit>
        </div>
      </ActionForm>
    </Panel>
  )
}
