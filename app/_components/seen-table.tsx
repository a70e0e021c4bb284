import type { FigureNames } from '../../db/queries/visit-lines'
import type { Messages } from '../../domain/messages'
import { type FigureSeen, valueSeen } from '../../domain/visit-compare'
import { Empty } from './empty'
import { ResultMark, SeenWord } from './seen-marks'
import { type FigureLook, figureUnit, figureWords, lookOf } from './seen-words'
import { type Column, Table } from './table'

type Props = { lines: readonly FigureSeen[]; names: FigureNames; t: Messages }

/** Reported | approved | seen, figure by figure, as they stood together on the phone. */
export function SeenTable({ lines, names, t }: Props) {
  if (lines.length === 0) return <Empty title={t.seen.noFigures}>{t.seen.noFiguresHint}</Empty>
  return <Table caption={t.seen.figures} columns={columns(names, t)} rows={lines} keyOf={({ figure }) => figure} />
}

function columns(names: FigureNames, t: Messages): Column<FigureSeen>[] {
  const words = t.seen
  const told = (key: 'reported' | 'approved', why: string): Column<FigureSeen> => ({
    ...{ key, head: words[key], kind: 'figure' },
    cell: (line) => <SeenWord value={line[key]} look={lookOf(line.figure, names)} why={why} t={t} />,
  })
  return [
    { key: 'figure', head: words.figure, card: 'title', cell: (line) => <FigureName line={line} names={names} t={t} /> },
    told('reported', words.notReported),
    told('approved', words.notApproved),
    {
      ...{ key: 'seen', head: words.seen, kind: 'figure' },
      cell: (line) => (
        <strong>
          <SeenWord value={valueSeen(line)} look={lookOf(line.figure, names)} why={words.notSeen} t={t} />
        </strong>
      ),
    },
    { key: 'result', head: words.result, tight: true, cell: ({ result }) => <ResultMark result={result} t={t} /> },
    { key: 'why', head: words.why, card: 'full', cell: ({ why }) => (why ? <span lang="zh-CN">{why}</span> : null) },
  ]
}

export function FigureName({ line, names, t }: { line: Pick<FigureSeen, 'figure'>; names: FigureNames; t: Messages }) {
  return <LookName look={lookOf(line.figure, names)} t={t} />
}

/** The name of a figure with its unit small behind it; a milestone's own name stays Chinese. */
export function LookName({ look, t }: { look: FigureLook; t: Messages }) {
  const unit = figureUnit(look, t)
  return (
    <>
      {figureWords(look, t)}
      {look.name === null ? null : (
        <>
          {' '}
          <span lang="zh-CN">{look.name}</span>
        </>
      )}
      {unit ? <span className="soft small"> {unit}</span> : null}
    </>
  )
}
