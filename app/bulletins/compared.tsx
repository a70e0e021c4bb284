import type { BulletinComparison } from '../../db/queries/bulletin-comparison'
import { figureUnits, type Group } from '../../domain/bulletin'
import type { ComparedFigure, ComparedGroup, Named } from '../../domain/bulletin-comparison'
import { figureText, oneDecimal, signed } from '../../domain/bulletin-words'
import type { Messages } from '../../domain/messages'
import { Account } from '../_components/account'
import { Unknown } from '../_components/money'
import { Beside, Panel } from '../_components/panel'
import { type Column, Table } from '../_components/table'
import { accountLines, FigureValue, unitOf } from './figure-words'

type Props = { comparison: BulletinComparison; t: Messages }

export function Compared({ comparison, t }: Props) {
  const words = t.bulletins
  const { bulletins, figures, groups, round, library } = comparison
  const heads = { a: `${bulletins.a.quarter} · ${bulletins.a.number}`, b: `${bulletins.b.quarter} · ${bulletins.b.number}` }
  return (
    <>
      <Panel title={words.compareFigures} flush>
        <Table caption={words.compareFigures} columns={figureColumns(heads, t)} rows={figures} keyOf={({ name }) => name} />
      </Panel>
      <Panel title={words.compareGroups} note="%" flush>
        <Table caption={words.compareGroups} columns={groupColumns(heads, t)} rows={groups} keyOf={({ kind, key }) => `${kind}:${key}`} />
      </Panel>
      <Beside>
        <Turnover title={words.enteredRound} works={round.entered} t={t} />
        <Turnover title={words.leftRound} works={round.left} t={t} />
      </Beside>
      <Beside>
        <Turnover title={words.enteredLibrary} works={library.entered} t={t} />
        <Turnover title={words.leftLibrary} works={library.left} t={t} />
      </Beside>
    </>
  )
}

type Heads = { a: string; b: string }

function figureColumns(heads: Heads, t: Messages): Column<ComparedFigure>[] {
  const words = t.bulletins
  const side = (which: 'a' | 'b'): Column<ComparedFigure> => ({
    key: which,
    head: heads[which],
    kind: 'figure',
    cell: (row) => (
      <Account
        figure={<FigureValue name={row.name} figure={row[which]} t={t} />}
        title={`${words.figures[row.name]} ${heads[which]}`}
        t={t}
      >
        {accountLines(row.name, row[which], t).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </Account>
    ),
  })
  return [
    { key: 'name', head: words.columnName, card: 'title', cell: ({ name }) => words.figures[name] },
    side('a'),
    side('b'),
    { key: 'difference', head: words.compareDifference, kind: 'figure', cell: (row) => <Difference row={row} t={t} /> },
    { key: 'unit', head: words.columnUnit, card: 'hidden', cell: ({ name }) => <span className="soft">{differenceUnit(name, t)}</span> },
  ]
}

function Difference({ row: { name, difference, why }, t }: { row: ComparedFigure; t: Messages }) {
  if (difference === null) return <Unknown why={why === 'partial' ? t.bulletins.comparePartial : t.bulletins.compareUnknown} />
  const text = figureText(name, { value: difference, atLeast: false })
  return (
    <>
      {why === 'partial' ? <PartMark t={t} /> : null}
      {difference > 0 ? `+${text}` : text}
    </>
  )
}

/** Both figures are told, but at least one of them of some works only. */
const PartMark = ({ t }: { t: Messages }) => (
  <>
    <abbr className="coverage" title={t.bulletins.comparePartHint}>
      {t.bulletins.comparePart}
    </abbr>{' '}
  </>
)

/** What is said in per cent differs by percentage points. */
const differenceUnit = (name: ComparedFigure['name'], t: Messages): string =>
  figureUnits[name] === 'percent' ? `% / ${t.bulletins.units.points}` : unitOf(name, t)

function groupColumns(heads: Heads, t: Messages): Column<ComparedGroup>[] {
  const words = t.bulletins
  const cell = (group: Group | null) =>
    group === null || group.completion === null ? <Unknown why={words.unknownFigure} /> : oneDecimal(group.completion)
  const difference = ({ a, b }: ComparedGroup) =>
    a?.completion == null || b?.completion == null ? (
      <Unknown why={words.compareUnknown} />
    ) : (
      <>
        {a.both < a.works || b.both < b.works ? <PartMark t={t} /> : null}
        {signed(Math.round((b.completion - a.completion) * 10) / 10)}
      </>
    )
  return [
    { key: 'kind', head: words.columnGroup, card: 'top', cell: ({ kind }) => <span className="soft">{words.groupKinds[kind]}</span> },
    { key: 'name', head: words.columnName, card: 'title', cell: ({ name }) => <span lang="zh-CN">{name}</span> },
    { key: 'works', head: words.columnWorks, kind: 'figure', cell: ({ a, b }) => `${a?.works ?? 0} → ${b?.works ?? 0}` },
    { key: 'a', head: heads.a, kind: 'figure', cell: ({ a }) => cell(a) },
    { key: 'b', head: heads.b, kind: 'figure', cell: ({ b }) => cell(b) },
    { key: 'difference', head: words.compareDifference, unit: t.common.points, kind: 'figure', cell: difference },
  ]
}

function Turnover({ title, works, t }: { title: string; works: readonly Named[]; t: Messages }) {
  return (
    <Panel title={title} note={String(works.length)}>
      {works.length === 0 ? <p className="soft">{t.bulletins.nobody}</p> : null}
      <ul className="bulletin-turnover" lang="zh-CN">
        {works.map(({ code, name }) => (
          <li key={code}>
            <a href={`/projects/${code}`}>
              {code} {name}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
