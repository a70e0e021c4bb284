import { type BulletinFacts, type Group, type GroupKind, groupKinds } from '../../domain/bulletin'
import { groupsToPrint, startWords } from '../../domain/bulletin-tables'
import { oneDecimal, signed } from '../../domain/bulletin-words'
import { fill, type Messages } from '../../domain/messages'
import { Unknown, YiTotal } from './money'
import { Panel } from './panel'
import { type Column, Table } from './table'

type Props = { facts: Pick<BulletinFacts, 'groups'>; t: Messages }

/** By level, sector and chain, each sum with its coverage. */
export function GroupsPanel({ facts, t }: Props) {
  return (
    <Panel title={t.bulletins.groupsTitle} flush>
      <div className="bulletin-groups">
        {groupKinds.map((kind) => (
          <Table
            key={kind}
            caption={t.bulletins.groupKinds[kind]}
            columns={columns(kind, t)}
            rows={groupsToPrint(facts, kind)}
            keyOf={(group) => group.key}
          />
        ))}
      </div>
    </Panel>
  )
}

function columns(kind: GroupKind, t: Messages): Column<Group>[] {
  const words = t.bulletins
  const yi = words.units.yuan
  return [
    {
      key: 'name',
      head: words.groupKinds[kind],
      tight: true,
      card: 'title',
      cell: (group) => <GroupName kind={kind} group={group} t={t} />,
    },
    { key: 'works', head: words.columnWorks, kind: 'figure', cell: ({ works }) => works },
    { key: 'total', head: words.columnTotal, unit: yi, kind: 'figure', wide: true, cell: ({ total }) => <YiTotal total={total} t={t} /> },
    { key: 'plan', head: words.columnPlan, unit: yi, kind: 'figure', cell: ({ plan }) => <YiTotal total={plan} t={t} /> },
    { key: 'done', head: words.columnDone, unit: yi, kind: 'figure', cell: ({ done }) => <YiTotal total={done} t={t} /> },
    { key: 'completion', head: words.columnCompletion, unit: '%', kind: 'figure', cell: (group) => <Completion group={group} t={t} /> },
    { key: 'gap', head: words.columnGap, unit: words.units.points, kind: 'figure', cell: ({ gap }) => signed(gap) },
    { key: 'start', head: words.columnStart, kind: 'figure', cell: (group) => startWords(group).join(' / ') },
    {
      key: 'lights',
      head: words.columnLights,
      kind: 'figure',
      cell: ({ lights }) => `${lights.red} / ${lights.yellow} / ${lights.green} / ${lights.none}`,
    },
  ]
}

/** Codes have words in the reader's language; a chain is called what the plan calls it. */
function GroupName({ kind, group: { key, name }, t }: { kind: GroupKind; group: Group; t: Messages }) {
  const { labels, facts } = t
  if (kind === 'chain') return <span lang="zh-CN">{name}</span>
  const words: Record<string, string> = kind === 'sector' ? labels.sectors : { ...labels.projectLevels, '': facts.levelEmpty }
  return words[key] ?? <span lang="zh-CN">{name}</span>
}

function Completion({ group: { completion, both, works }, t }: { group: Group; t: Messages }) {
  if (completion === null) return <Unknown why={t.bulletins.unknownFigure} />
  return (
    <>
      {oneDecimal(completion)} <span className="coverage">{fill(t.common.coverage, { known: both, all: works })}</span>
    </>
  )
}
