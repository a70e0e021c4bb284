import { dispatchView } from '../../../../db/queries/dispatch'
import type { DispatchFacts } from '../../../../domain/dispatch'
import { dispatchFileParams } from '../../../../domain/dispatch-input'
import { fill, type Messages } from '../../../../domain/messages'
import { idOf } from '../../../_lib/query'
import { type Asked, type ListSheet, sheetGet } from '../../../_lib/sheet-file'
import { tableGet } from '../../../_lib/sheet-tables'
import { askedColumns, groupColumns, groupRows, lateColumns, lateRows, workColumns } from './columns'

type Part<Row> = Pick<ListSheet<Row>, 'columns' | 'rows'> & { lines?: string[] }

/** The tables of one dispatch: figures of its lock, and the list of what was open on its day. */
const table = <Row>(name: keyof Messages['exports']['sheets']['tables'], of: (facts: DispatchFacts, t: Messages) => Part<Row>) =>
  sheetGet(dispatchFileParams, ({ actor }, _, { t, path }: Asked) => {
    const { title, state, facts } = dispatchView(actor, idOf(path.id ?? ''))
    const { lock, day } = facts
    const { lines = [], ...sheet } = of(facts, t)
    return {
      ...{ title: `${title} ${t.exports.sheets.tables[name]}`, day, filter: [t.labels.bulletinStates[state]], ...sheet },
      lines: [fill(t.dispatch.figuresLead, { period: lock.period, revision: lock.revision, day }), ...lines, t.exports.partialNote],
    }
  })

export const GET = tableGet('table', 'works', {
  works: table('works', (facts, t) => ({
    columns: workColumns(t),
    rows: facts.works,
    lines: facts.left > 0 ? [fill(t.exports.notListed, { left: facts.left })] : [],
  })),
  groups: table('groups', (facts, t) => ({ columns: groupColumns(t), rows: groupRows(facts) })),
  asked: table('asked', (facts, t) => ({
    columns: askedColumns(t),
    rows: facts.asked,
    lines: facts.askedLeft > 0 ? [fill(t.exports.notListed, { left: facts.askedLeft })] : [],
  })),
  late: table('late', (facts, t) => ({ columns: lateColumns(t), rows: lateRows(facts.late) })),
})
