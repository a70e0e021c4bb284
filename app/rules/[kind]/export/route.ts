import { type RuleVersion, ruleView } from '../../../../db/queries/rule-desk'
import { noParameters } from '../../../../domain/api/parameters'
import { shanghaiDay } from '../../../../domain/calendar'
import type { Messages } from '../../../../domain/messages'
import { dayColumn, numberColumn, type SheetColumn, wordsColumn } from '../../../_lib/sheet-columns'
import { sheetGet } from '../../../_lib/sheet-file'

/** Every version of one kind that was ever submitted, the latest first. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t, path }) => {
  const { kind, versions, inForce } = ruleView(actor, path.kind ?? '', day)
  return {
    title: `${t.rules.kinds[kind]} ${t.rules.versions}`,
    day,
    columns: columns(inForce.version, t),
    rows: versions,
  }
})

function columns(inForce: number, t: Messages): SheetColumn<RuleVersion>[] {
  const words = t.rules
  const { sheets } = t.exports
  const dayOf = (at: string | null) => (at === null ? null : shanghaiDay(at))
  return [
    numberColumn(sheets.version, null, ({ version }) => version),
    dayColumn(words.columns.since, ({ effectiveFrom }) => effectiveFrom),
    wordsColumn(words.inForce, 10, ({ version }) => (version === inForce ? t.exports.yes : null)),
    wordsColumn(words.columns.document, 30, ({ document }) => document),
    wordsColumn(words.reason, 40, ({ reason }) => reason),
    wordsColumn(words.columns.state, 14, ({ status }) => (status === null ? words.house : words.statuses[status])),
    wordsColumn(sheets.draftedBy, 14, ({ draftedBy }) => draftedBy?.name ?? null),
    dayColumn(sheets.draftedOn, ({ submittedAt }) => dayOf(submittedAt)),
    wordsColumn(sheets.decidedBy, 14, ({ decidedBy }) => decidedBy?.name ?? null),
    dayColumn(sheets.decidedOn, ({ decidedAt }) => dayOf(decidedAt)),
    wordsColumn(sheets.remark, 30, ({ decisionReason }) => decisionReason),
  ]
}
