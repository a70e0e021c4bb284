import { type EvaluationFacts, type ReportedFact, workGaps } from '../../domain/evaluation'
import { fill, type Messages } from '../../domain/messages'
import { Beside, Panel } from '../_components/panel'
import { type Column, Table } from '../_components/table'

type Props = { facts: EvaluationFacts; t: Messages }
type Counted = { what: string; count: number; all: number }

/** What nobody knows, counted, and what nobody ever told; the report's annex names each one. */
export function FactsPanels({ facts, t }: Props) {
  const words = t.evaluation
  const note = fill(words.figuresNote, { day: facts.asOf.day, seq: facts.asOf.headSeq })
  return (
    <Beside>
      <Panel title={words.unknownTitle} note={words.unknownNote} flush>
        <Table caption={words.unknownTitle} columns={countColumns(t)} rows={countsOf(facts, t)} keyOf={({ what }) => what} />
      </Panel>
      <Panel title={words.reportedTitle} note={note} flush>
        <Table caption={words.reportedTitle} columns={reportedColumns(t)} rows={facts.reported} keyOf={({ thing }) => thing} />
      </Panel>
    </Beside>
  )
}

function countsOf({ unknown, indicators, chains, boxes, works }: EvaluationFacts, t: Messages): Counted[] {
  const words = t.evaluation
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
  const lacking = (gap: (typeof workGaps)[number]) => unknown.works.filter(({ gaps }) => gaps.includes(gap)).length
  return [
    {
      what: words.unknownValues,
      count: sum(unknown.indicatorValues.map(({ years }) => years.length)),
      all: sum(indicators.map(({ values }) => values.length)),
    },
    { what: words.unknownTargets, count: unknown.indicatorTargets.length, all: indicators.length },
    { what: words.unknownBases, count: unknown.indicatorBases.length, all: indicators.length },
    { what: words.unknownChainTargets, count: unknown.chainTargets.length, all: chains.length },
    { what: words.unknownOutputs, count: unknown.chainOutputs.length, all: chains.length },
    { what: words.unknownWorks, count: unknown.works.length, all: works },
    ...workGaps.map((gap) => ({ what: words.gaps[gap], count: lacking(gap), all: works })),
    { what: words.unknownResponsible, count: unknown.responsible.length, all: chains.length + indicators.length + boxes.length },
  ]
}

function countColumns(t: Messages): Column<Counted>[] {
  const words = t.evaluation
  return [
    { key: 'what', head: words.what, card: 'title', cell: ({ what }) => what },
    { key: 'count', head: words.howMany, kind: 'figure', cell: ({ count, all }) => fill(words.of, { known: count, all }) },
  ]
}

function reportedColumns(t: Messages): Column<ReportedFact>[] {
  const words = t.evaluation
  return [
    { key: 'what', head: words.what, card: 'title', cell: ({ thing }) => words.things[thing] },
    { key: 'count', head: words.reportedCoverage, kind: 'figure', cell: ({ known, all }) => fill(words.of, { known, all }) },
    { key: 'never', head: words.columnStanding, cell: ({ known }) => (known === 0 ? words.never : '') },
  ]
}
