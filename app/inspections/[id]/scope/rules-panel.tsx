import type { Chosen, ScopeView } from '../../../../db/queries/round-scope'
import { type ScopeRule, scopeRules } from '../../../../domain/inspection'
import { fill, type Messages } from '../../../../domain/messages'
import { ActionForm, Hidden, Submit, Tick } from '../../../_components/form'
import { RatedLight } from '../../../_components/light'
import { Panel } from '../../../_components/panel'
import { type Column, Table } from '../../../_components/table'
import { Which } from '../round-forms'
import { addWorks } from './actions'

type Props = { view: ScopeView; rules: readonly ScopeRule[]; t: Messages }

/** Several rules together; what they would bring in is shown before anything is added. */
export function RulesPanel({ view, rules, t }: Props) {
  const { round, alone, preview } = view
  const words = t.rounds.scope
  return (
    <Panel title={words.rules} note={words.rulesNote}>
      <form action={`/inspections/${round.id}/scope`} className="form">
        <div className="scope-rules">
          {scopeRules.map((rule) => (
            <Tick
              key={rule}
              name="rules"
              value={rule}
              defaultChecked={rules.includes(rule)}
              label={
                <>
                  {t.labels.scopeRules[rule]} <span className="soft">{fill(words.would, { count: alone[rule] })}</span>
                  <span className="hint block">{words.ruleHints[rule]}</span>
                </>
              }
            />
          ))}
        </div>
        <div className="form-end">
          <button type="submit" className="button">
            {words.preview}
          </button>
        </div>
      </form>
      {rules.length > 0 ? <Preview view={view} rules={rules} t={t} /> : null}
      {rules.length > 0 && preview.length === 0 ? <p className="soft mt-3">{words.previewNone}</p> : null}
    </Panel>
  )
}

function Preview({ view: { round, preview, previewTotal }, rules, t }: Props) {
  const words = t.rounds.scope
  if (preview.length === 0) return null
  return (
    <div className="mt-4">
      <p>
        <strong>{fill(words.previewCount, { count: previewTotal })}</strong>{' '}
        {preview.length < previewTotal ? <span className="soft">{fill(words.previewFirst, { count: preview.length })}</span> : null}
      </p>
      <div className="round-preview">
        <Table caption={words.preview} columns={columns(t)} rows={preview} keyOf={(row) => row.code} />
      </div>
      <ActionForm action={addWorks} aria-label={fill(words.addRules, { count: previewTotal })} className="form mt-3">
        <Which round={round} t={t} />
        <Hidden name="how" value="rules" />
        {rules.map((rule) => (
          <Hidden key={rule} name="rules[]" value={rule} />
        ))}
        <div className="form-end">
          <Submit>{fill(words.addRules, { count: previewTotal })}</Submit>
        </div>
      </ActionForm>
    </div>
  )
}

function columns(t: Messages): Column<Chosen>[] {
  return [
    { key: 'code', head: t.projects.code, kind: 'code', card: 'top', cell: (row) => row.code },
    { key: 'name', head: t.projects.name, card: 'title', cell: (row) => <span lang="zh-CN">{row.name}</span> },
    { key: 'light', head: t.rounds.light, card: 'top', cell: (row) => (row.light ? <RatedLight light={row.light} t={t} bare /> : '—') },
    { key: 'why', head: t.rounds.why, cell: (row) => row.rules.map((rule) => t.labels.scopeRules[rule]).join(t.rounds.comma) },
  ]
}
