import type { ImportView, PreviewRow } from '../../../db/queries/imports'
import { type RowOutcome, rowOutcomes } from '../../../domain/import'
import type { LightLevel } from '../../../domain/light'
import type { Messages } from '../../../domain/messages'
import { Chip, Chips } from '../../_components/chip'
import { Empty } from '../../_components/empty'
import { LightMark } from '../../_components/light'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { Decide } from './decide'
import { changeWords, nameWords, refusalWords, remarksOf } from './row-words'

type Props = {
  imp: ImportView
  rows: readonly PreviewRow[]
  outcome: RowOutcome | null
  to: (outcome: RowOutcome | null) => string
  t: Messages
}

/** Every row and what it would do, or did. */
export function Preview({ imp, rows, outcome, to, t }: Props) {
  const say = t.imports
  return (
    <div className="stack">
      <Chips>
        {rowOutcomes.map((name) => (
          <Chip key={name} href={to(outcome === name ? null : name)} on={outcome === name} count={imp.counts?.[name] ?? 0} t={t}>
            {say.outcomes[name]}
          </Chip>
        ))}
      </Chips>
      <Panel title={say.previewTitle} flush>
        {rows.length > 0 ? (
          <Table caption={say.previewTitle} columns={columns(imp, t)} rows={rows} keyOf={(row) => row.id} />
        ) : (
          <Empty title={say.previewTitle}>—</Empty>
        )}
      </Panel>
    </div>
  )
}

const levels: Partial<Record<RowOutcome, LightLevel>> = { new: 'green', changed: 'green', doubtful: 'yellow', refused: 'red' }

function columns(imp: ImportView, t: Messages): Column<PreviewRow>[] {
  const say = t.imports
  return [
    { key: 'row', head: say.row, kind: 'code', card: 'top', cell: ({ row }) => row },
    {
      key: 'outcome',
      head: say.outcome,
      card: 'top',
      tight: true,
      cell: ({ outcome }) => (outcome === null ? '—' : <LightMark level={levels[outcome] ?? 'none'}>{say.outcomes[outcome]}</LightMark>),
    },
    { key: 'work', head: say.work, card: 'title', cell: (row) => <Work row={row} t={t} /> },
    { key: 'says', head: say.says, card: 'full', cell: (row) => <Says row={row} imp={imp} t={t} /> },
    {
      key: 'act',
      head: '',
      card: 'full',
      cell: (row) =>
        imp.state === 'staged' && (row.outcome === 'doubtful' || row.decision !== null) ? <Decide row={row} imp={imp} t={t} /> : null,
    },
  ]
}

function Work({ row, t }: { row: PreviewRow; t: Messages }) {
  const by = row.matchedBy ? t.imports.matchedBy[row.matchedBy] : null
  return (
    <>
      {row.code ? (
        <a href={`/projects/${row.code}`} lang="zh-CN">
          {row.code} {row.work}
        </a>
      ) : (
        <span lang="zh-CN">{nameWords(row)}</span>
      )}
      {by ? <span className="soft small block">{by}</span> : null}
      {row.outcome === 'new' && row.code === null ? <span className="soft small block">{t.imports.newWork}</span> : null}
    </>
  )
}

function Says({ row, imp, t }: { row: PreviewRow; imp: ImportView; t: Messages }) {
  const wrong = refusalWords(row, imp.layout.sheet, t)
  return (
    <>
      {wrong ? <span className="import-says">{wrong}</span> : null}
      {(row.differences ?? []).map((difference) => (
        <span key={difference.field} className="import-says" lang="zh-CN">
          {changeWords(difference, t)}
        </span>
      ))}
      {remarksOf(row, t).map((remark) => (
        <span key={remark} className="soft small block">
          {remark}
        </span>
      ))}
    </>
  )
}
