import type { ScopeView } from '../../../../db/queries/round-scope'
import { fill, type Messages } from '../../../../domain/messages'
import { ActionForm, Hidden, Submit, Tick, WordsField } from '../../../_components/form'
import { RatedLight } from '../../../_components/light'
import { Panel } from '../../../_components/panel'
import { Which } from '../round-forms'
import { addWorks } from './actions'

type Props = { view: ScopeView; q: string | null; t: Messages }

/** First of all: works by name, or simply all of them. */
export function NamedPanel({ view, q, t }: Props) {
  const { round } = view
  const words = t.rounds.scope
  return (
    <Panel title={words.named} note={words.namedNote}>
      <ActionForm action={addWorks} aria-label={words.named}>
        <Which round={round} t={t} />
        <Hidden name="how" value="named" />
        <WordsField name="list" label={words.list} hint={words.listHint} maxLength={20_000} rows={4} placeholder={'P0001\nP0002'} />
        <div className="form-end">
          <Submit look={view.total > 0 ? 'plain' : 'main'}>{words.addNamed}</Submit>
        </div>
      </ActionForm>
      <Picked view={view} q={q} t={t} />
      {view.rest > 0 ? (
        <ActionForm action={addWorks} aria-label={fill(words.addAll, { count: view.rest })} className="form mt-4">
          <Which round={round} t={t} />
          <Hidden name="how" value="all" />
          <Submit look="plain">{fill(words.addAll, { count: view.rest })}</Submit>
        </ActionForm>
      ) : null}
    </Panel>
  )
}

/** Looked for by a few words, ticked, added. */
function Picked({ view: { round, found }, q, t }: Props) {
  const words = t.rounds.scope
  return (
    <>
      <search className="block mt-4">
        <form action={`/inspections/${round.id}/scope`} className="chips">
          <span className="box">
            <input type="search" name="q" defaultValue={q ?? ''} maxLength={80} placeholder={words.look} aria-label={words.look} />
          </span>
          <button type="submit" className="button">
            {t.common.search}
          </button>
        </form>
      </search>
      {q && found.length === 0 ? <p className="soft mt-2">{words.foundNone}</p> : null}
      {found.length > 0 ? (
        <ActionForm action={addWorks} aria-label={words.addPicked} className="form mt-3">
          <Which round={round} t={t} />
          <Hidden name="how" value="named" />
          <div>
            {found.map(({ code, name, light }) => (
              <Tick
                key={code}
                name="codes[]"
                value={code}
                label={
                  <>
                    <span className="soft small">{code}</span> <span lang="zh-CN">{name}</span>{' '}
                    {light ? <RatedLight light={light} t={t} bare /> : null}
                  </>
                }
              />
            ))}
          </div>
          <div className="form-end">
            <Submit look="plain">{words.addPicked}</Submit>
          </div>
        </ActionForm>
      ) : null}
    </>
  )
}
