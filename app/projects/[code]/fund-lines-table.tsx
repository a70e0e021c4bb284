import { amountOf, type FundLine, fundMeasures, fundSum } from '../../../domain/fund'
import { fill, type Messages } from '../../../domain/messages'
import { Wan, WanTotal } from '../../_components/money'
import { type Column, Table } from '../../_components/table'

type Row = FundLine | null

/** One return source by source, under the names of its time; the last line adds up what is known. */
export function FundLinesTable({ caption, lines, t }: { caption: string; lines: readonly FundLine[]; t: Messages }) {
  const told = lines.filter((line) => fundMeasures.some((measure) => amountOf(line, measure) !== 0))
  const unused = lines.length - told.length
  return (
    <>
      <Table caption={caption} columns={columnsOf(lines, t)} rows={[...told, null]} keyOf={(line) => line?.sourceId ?? 0} />
      {unused > 0 ? <p className="soft small panel-body">{unusedWords(lines, told, t)}</p> : null}
    </>
  )
}

const unusedWords = (lines: readonly FundLine[], told: readonly FundLine[], { funds }: Messages): string =>
  fill(funds.unused, {
    names: lines
      .filter((line) => !told.includes(line))
      .map(({ name }) => name)
      .join('、'),
  })

function columnsOf(lines: readonly FundLine[], t: Messages): Column<Row>[] {
  const words = t.funds
  return [
    {
      key: 'source',
      head: words.source,
      card: 'title',
      cell: (line) => (line ? <span lang="zh-CN">{line.name}</span> : <strong>{words.sums}</strong>),
    },
    ...fundMeasures.map(
      (measure): Column<Row> => ({
        key: measure,
        head: words.measures[measure],
        unit: t.common.wan,
        kind: 'figure',
        cell: (line) =>
          line ? (
            <Wan yuan={amountOf(line, measure)} why={words.notTold} />
          ) : (
            <strong>
              <WanTotal total={fundSum(lines, measure)} t={t} coverage={false} />
            </strong>
          ),
      }),
    ),
  ]
}
