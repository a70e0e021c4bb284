import { type EventRow, listEvents } from '../../../db/queries/events'
import type { Messages } from '../../../domain/messages'
import { eventParams } from '../../../domain/sheet-params'
import { minuteWords } from '../../_lib/instant'
import { numberColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { named, told } from '../../_lib/sheet-filter'
import { inPlaces } from '../../_lib/sheet-steps'
import { bodyWords, subjectWords } from '../body-words'

/** The log as its filter shows it, the newest first; what is sealed stays so. */
export const GET = sheetGet(eventParams, ({ actor }, { action, subject, actor: username }, { day, t }) => ({
  title: t.audit.title,
  day,
  filter: [
    ...told(t.audit.action, named(t.audit.actions, action), t),
    ...told(t.audit.actorField, username, t),
    ...told(t.audit.subjectField, subject, t),
  ],
  lines: [t.audit.newest],
  columns: columns(t),
  rows: inPlaces<EventRow, number>(
    (before) => listEvents(actor, { action, subject, username, before }).rows,
    ({ seq }) => seq,
  ),
}))

function columns(t: Messages): SheetColumn<EventRow>[] {
  const { audit } = t
  return [
    numberColumn(audit.number, null, (row) => row.seq),
    wordsColumn(audit.at, 17, (row) => minuteWords(row.at)),
    wordsColumn(audit.actor, 14, (row) => row.actor?.name ?? (row.sealed ? null : audit.system)),
    wordsColumn(audit.actorField, 16, (row) => row.actor?.username ?? null),
    wordsColumn(audit.action, 20, (row) => (row.sealed ? audit.sealed : named(audit.actions, row.action))),
    wordsColumn(audit.subject, 20, (row) => (row.sealed ? null : subjectWords(row.subject, t))),
    wordsColumn(audit.body, 60, (row) => bodyWords(row, t)),
    wordsColumn(audit.hash, 66, (row) => row.hash),
  ]
}
