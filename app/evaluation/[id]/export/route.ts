import { type EvaluationView, evaluationView } from '../../../../db/queries/evaluations'
import { evaluationFileParams } from '../../../../domain/evaluation-input'
import { fill, type Messages } from '../../../../domain/messages'
import { idOf } from '../../../_lib/query'
import { type Asked, type ListSheet, sheetGet } from '../../../_lib/sheet-file'
import { tableGet } from '../../../_lib/sheet-tables'
import { boxFactColumns, chainFactColumns, indicatorFactColumns, unknownColumns } from './columns'
import { unknownRows } from './unknown-rows'

/** The tables of one evaluation, as of the day of its figures. */
const table = <Row>(of: (view: EvaluationView, t: Messages) => Pick<ListSheet<Row>, 'columns' | 'rows'> & { name: string }) =>
  sheetGet(evaluationFileParams, ({ actor }, _, { t, path }: Asked) => {
    const view = evaluationView(actor, idOf(path.id ?? ''))
    const { name, ...sheet } = of(view, t)
    const { asOf } = view.facts
    return {
      ...{ title: `${view.title} ${name}`, day: asOf.day, filter: [t.labels.bulletinStates[view.state]], ...sheet },
      lines: [fill(t.evaluation.figuresNote, { day: asOf.day, seq: asOf.headSeq }), t.exports.partialNote],
    }
  })

export const GET = tableGet('table', 'indicators', {
  indicators: table(({ facts: { indicators } }, t) => ({
    name: t.exports.sheets.tables.indicators,
    columns: indicatorFactColumns(indicators, t),
    rows: indicators,
  })),
  chains: table(({ facts }, t) => ({ name: t.exports.sheets.tables.chains, columns: chainFactColumns(t), rows: facts.chains })),
  boxes: table(({ facts }, t) => ({ name: t.exports.sheets.tables.boxes, columns: boxFactColumns(t), rows: facts.boxes })),
  unknown: table(({ facts }, t) => ({
    name: t.exports.sheets.tables.unknown,
    columns: unknownColumns(t),
    rows: unknownRows(facts.unknown, t),
  })),
})
