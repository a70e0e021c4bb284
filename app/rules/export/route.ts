import { type RuleRow, ruleDesk } from '../../../db/queries/rule-desk'
import { noParameters } from '../../../domain/api/parameters'
import type { Messages } from '../../../domain/messages'
import { dayColumn, numberColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'

/** Every kind of rule with the version in force and what is on its way. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t }) => ({
  title: t.rules.title,
  day,
  columns: columns(t),
  rows: ruleDesk(actor, day),
}))

function columns(t: Messages): SheetColumn<RuleRow>[] {
  const words = t.rules
  return [
    wordsColumn(words.columns.kind, 20, ({ kind }) => words.kinds[kind]),
    numberColumn(words.columns.version, null, ({ inForce }) => inForce.version),
    dayColumn(words.columns.since, ({ inForce }) => inForce.effectiveFrom),
    wordsColumn(words.columns.document, 30, ({ inForce }) => inForce.document),
    numberColumn(t.exports.sheets.nextVersion, null, ({ upcoming }) => upcoming?.version ?? null),
    dayColumn(t.exports.sheets.nextSince, ({ upcoming }) => upcoming?.effectiveFrom ?? null),
    wordsColumn(words.columns.state, 16, ({ waiting }) => (waiting ? words.waiting : null)),
  ]
}
