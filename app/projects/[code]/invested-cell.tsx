import { fill } from '../../../domain/messages'
import { formatWan } from '../../../domain/money'
import { Unknown } from '../../_components/money'
import { SheetAccount, UpdateAccount } from './accounts'
import { waitingOrCurrent } from './sheet-in-view'
import type { ProjectPageProps } from './view'

/** 累计完成: a sum of the opening balance and years; says what it lacks when it is a lower bound. */
export function InvestedCell({ layer, view }: { layer: 'reported' | 'approved'; view: ProjectPageProps }) {
  const { head, layers, record, t } = view
  const { row } = head
  const words = t.project
  const yuan = layer === 'approved' ? row.approvedYuan : row.reportedYuan
  if (yuan === null) return <Unknown why={layer === 'approved' ? words.notApproved : words.notReported} />
  const sheet = waitingOrCurrent(record.sheets).approved
  const final = layers.completed?.finalYuan === yuan ? layers.completed : null
  const figure = `${row.approvedPartial && !final ? '≥ ' : ''}${formatWan(yuan)}`
  const update = final ?? layers[layer].yearToDate?.update
  if (!update) return sheet ? <SheetAccount figure={figure} sheet={sheet} document={null} view={view} /> : figure
  return (
    <UpdateAccount figure={figure} update={update} view={view}>
      {final ? null : <div>{openingWords()}</div>}
    </UpdateAccount>
  )

  function openingWords(): string {
    const { openingYuan = null, openingYear = null } = sheet?.body ?? {}
    if (openingYuan === null || openingYear === null) return words.openingUnknown
    const known = fill(words.openingKnown, { figure: formatWan(openingYuan), year: openingYear })
    return row.approvedPartial ? `${known}；${words.yearsMissing}` : known
  }
}
