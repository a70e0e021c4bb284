import type { RoundView } from '../../../db/queries/round'
import type { RoundWorkRow } from '../../../db/queries/round-works'
import { fill, type Messages } from '../../../domain/messages'
import { LightMark, RatedLight } from '../../_components/light'
import { type Column, Table } from '../../_components/table'

type Props = { view: RoundView; t: Messages }

/** The list: whose group, on which day, who has been there, what has come of the material. */
export function WorksTable({ view, t }: Props) {
  return <Table caption={t.rounds.works} columns={columns(view, t)} rows={view.works} keyOf={(row) => row.id} />
}

function columns({ round, whole, materials }: RoundView, t: Messages): Column<RoundWorkRow>[] {
  const words = t.rounds
  const all: (Column<RoundWorkRow> | null)[] = [
    { key: 'code', head: t.projects.code, kind: 'code', card: 'top', cell: (row) => row.code },
    { key: 'name', head: t.projects.name, card: 'title', cell: (row) => <Work row={row} roundId={round.id} t={t} /> },
    { key: 'light', head: words.light, card: 'top', cell: (row) => (row.light ? <RatedLight light={row.light} t={t} /> : '—') },
    whole ? { key: 'why', head: words.why, wide: true, cell: (row) => whyWords(row, t) } : null,
    whole ? { key: 'group', head: words.group, cell: (row) => (row.group ? <span lang="zh-CN">{row.group}</span> : '—') } : null,
    whole ? { key: 'on', head: words.visitOn, tight: true, cell: (row) => row.visitOn ?? '—' } : null,
    { key: 'visits', head: words.visits, cell: (row) => <VisitState row={row} t={t} /> },
    materials.length > 0
      ? {
          key: 'materials',
          head: words.materials.title,
          kind: 'figure',
          cell: (row) => (
            <a href={`/materials/${row.id}`}>
              {row.materials} / {materials.length}
            </a>
          ),
        }
      : null,
  ]
  return all.filter((column) => column !== null)
}

function Work({ row, roundId, t }: { row: RoundWorkRow; roundId: number; t: Messages }) {
  return (
    <>
      <a href={`/inspections/${roundId}/works/${row.code}`} lang="zh-CN">
        {row.name}
      </a>
      <span className="soft small block" lang={row.owner ? 'zh-CN' : undefined}>
        {row.owner ?? t.projects.noOwner}
      </span>
    </>
  )
}

/** Why a work is in the list: a person's word, a rule by name, the draw, or what was left open. */
export function whyWords({ route, rules, draw }: Pick<RoundWorkRow, 'route' | 'rules' | 'draw'>, t: Messages): string {
  if (route === 'rule') return rules.map((rule) => t.labels.scopeRules[rule]).join(t.rounds.comma)
  if (route === 'draw' && draw !== null) return fill(t.rounds.drawnBy, { n: draw })
  return route === null ? '—' : t.labels.scopeRoutes[route]
}

function VisitState({ row: { started, finished }, t }: { row: RoundWorkRow; t: Messages }) {
  const words = t.rounds
  if (finished > 0) return <LightMark level="green">{fill(words.visitsDone, { count: finished })}</LightMark>
  return started > 0 ? <LightMark level="yellow">{words.visitStarted}</LightMark> : <span className="soft">{words.notVisited}</span>
}
