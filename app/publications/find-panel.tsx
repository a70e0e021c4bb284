import type { WorkRow } from '../../db/queries/publications'
import { fill, type Messages } from '../../domain/messages'
import { Empty } from '../_components/empty'
import { Panel } from '../_components/panel'
import { FoundWorks } from './works-tables'

type Props = { typed: string | null; found: { rows: WorkRow[]; more: boolean } | null; t: Messages }

/** The search of the library, and what it found. What is searched for stands in the address. */
export function FindPanel({ typed, found, t }: Props) {
  const words = t.open.oc4ids
  return (
    <Panel title={words.find} flush>
      <search className="block panel-body">
        <form action="/publications" className="flex flex-wrap items-end gap-3">
          <div className="field">
            <label htmlFor="find-works" className="field-head">
              <span>{words.findWords}</span>
            </label>
            <span className="box">
              <input id="find-works" type="search" name="q" maxLength={60} required defaultValue={typed ?? ''} />
            </span>
          </div>
          <div className="form-end">
            <button type="submit" className="button">
              {words.findButton}
            </button>
          </div>
        </form>
      </search>
      {found ? <Found found={found} t={t} /> : null}
    </Panel>
  )
}

function Found({ found: { rows, more }, t }: { found: NonNullable<Props['found']>; t: Messages }) {
  const words = t.open.oc4ids
  if (rows.length === 0) return <Empty title={words.foundNone}>{words.foundNoneHint}</Empty>
  return (
    <>
      {more ? <p className="soft panel-body">{fill(words.foundMore, { count: rows.length })}</p> : null}
      <FoundWorks rows={rows} t={t} />
    </>
  )
}
