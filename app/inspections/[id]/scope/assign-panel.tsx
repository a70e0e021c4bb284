import type { ScopeView } from '../../../../db/queries/round-scope'
import { fill, type Messages } from '../../../../domain/messages'
import { Empty } from '../../../_components/empty'
import { ActionForm, Submit } from '../../../_components/form'
import { RatedLight } from '../../../_components/light'
import { Panel } from '../../../_components/panel'
import { type Column, Table } from '../../../_components/table'
import { Which } from '../round-forms'
import { whyWords } from '../works-table'
import { assign } from './actions'
import { AssignCells, type AssignWords } from './assign-cells'

type Props = { view: ScopeView; t: Messages }
type Row = ScopeView['works'][number] & { at: number }

/** The list, shared out in one go: group and day of each work, or out of the round. */
export function AssignPanel({ view, t }: Props) {
  const { round, works, total, withoutGroup } = view
  const words = t.rounds.scope
  const note = withoutGroup > 0 ? fill(words.withoutGroup, { count: withoutGroup }) : null
  return (
    <Panel title={fill(words.listTitle, { count: total })} note={note} flush>
      {works.length === 0 ? <Empty title={t.rounds.noWorks}>{words.listNone}</Empty> : null}
      {works.length > 0 ? (
        <ActionForm action={assign} aria-label={words.assign} className="round-assign">
          <Which round={round} t={t} />
          <Table
            caption={words.assign}
            columns={columns(view, t)}
            rows={works.map((work, at): Row => ({ ...work, at }))}
            keyOf={(row) => `${row.id} ${row.groupId} ${row.visitOn}`}
          />
          {view.takesTeam ? (
            <div className="form-end panel-body">
              <Submit>{words.assign}</Submit>
            </div>
          ) : null}
        </ActionForm>
      ) : null}
    </Panel>
  )
}

function columns({ groups, takesTeam, takesWorks }: ScopeView, t: Messages): Column<Row>[] {
  const words: AssignWords = {
    group: t.rounds.group,
    noGroup: t.rounds.scope.noGroup,
    visitOn: t.rounds.visitOn,
    remove: t.rounds.scope.remove,
    removeReason: t.rounds.scope.removeReason,
    removeReasonHint: t.rounds.scope.removeReasonHint,
    groups: groups.map(({ id, name }) => ({ value: String(id), text: name })),
  }
  const said: Column<Row>[] = [
    { key: 'code', head: t.projects.code, kind: 'code', card: 'top', cell: (row) => row.code },
    { key: 'name', head: t.projects.name, card: 'title', cell: (row) => <span lang="zh-CN">{row.name}</span> },
    { key: 'light', head: t.rounds.light, card: 'top', cell: (row) => (row.light ? <RatedLight light={row.light} t={t} bare /> : '—') },
    { key: 'why', head: t.rounds.why, cell: (row) => whyWords(row, t) },
  ]
  if (!takesTeam) return said
  const asked: Column<Row> = {
    key: 'assign',
    head: `${t.rounds.group} · ${t.rounds.visitOn}`,
    card: 'full',
    cell: ({ at, id, code, groupId, visitOn }) => (
      <AssignCells at={at} id={id} code={code} groupId={groupId} visitOn={visitOn} removable={takesWorks} words={words} />
    ),
  }
  return [...said, asked]
}
