import { register } from '../../../../db/queries/plan'
import type { Messages } from '../../../../domain/messages'
import type { Contradiction } from '../../../../domain/plan'
import { registerParameters } from '../../../../domain/plan-parameters'
import { numberColumn, type SheetColumn, wordsColumn } from '../../../_lib/sheet-columns'
import { openSheetGet } from '../../../_lib/sheet-file'
import { named, told } from '../../../_lib/sheet-filter'

/** Blanks and contradictions of the plan's text, as the filter shows them. */
export const GET = openSheetGet(registerParameters.omit({ page: true }), ({ kind, severity, code }, { day, t }) => ({
  title: t.plan.register,
  day,
  filter: [
    ...told(t.plan.kind, named(t.labels.contradictionKinds, kind), t),
    ...told(t.exports.sheets.severity, named(t.labels.severities, severity), t),
    ...told(t.plan.code, code, t),
  ],
  columns: columns(t),
  rows: register().filter(
    (entry) => (!kind || entry.kind === kind) && (!severity || entry.severity === severity) && (!code || entry.code === code),
  ),
}))

const columns = (t: Messages): SheetColumn<Contradiction>[] => [
  wordsColumn(t.plan.code, 8, ({ code }) => code),
  wordsColumn(t.plan.topic, 28, ({ topic }) => topic),
  wordsColumn(t.plan.kind, 10, ({ kind }) => t.labels.contradictionKinds[kind]),
  wordsColumn(t.exports.sheets.severity, 8, ({ severity }) => t.labels.severities[severity]),
  wordsColumn(t.plan.statementA, 44, ({ a }) => a.text),
  numberColumn(t.exports.sheets.line, null, ({ a }) => a.line),
  wordsColumn(t.plan.statementB, 44, ({ b }) => b?.text ?? null),
  numberColumn(t.exports.sheets.lineB, null, ({ b }) => b?.line ?? null),
  wordsColumn(t.plan.doing, 44, ({ note }) => note),
]
