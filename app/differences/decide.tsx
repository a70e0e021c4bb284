import type { DifferenceItem } from '../../db/queries/differences'
import type { Messages } from '../../domain/messages'
import { ActionForm, Choice, Hidden, Submit, WordsField } from '../_components/form'
import { figureWords } from '../_components/seen-words'
import { SheetButton } from '../_components/sheet-button'
import { Version } from '../_components/stale'
import { decide } from './actions'

type Props = { row: DifferenceItem; t: Messages }

/** Ask for a revision, note that one has been approved, or keep the figure and say why. */
export function Decide({ row, t }: Props) {
  if (row.may.length === 0) return null
  const words = t.seen.differences
  const open = row.may.filter((outcome) => outcome !== 'revised' || row.corrected)
  const options = open.map((value) => ({ value, text: words.outcomes[value] }))
  const hint = row.corrected ? words.correctedHint : row.line.figure === 'stage' ? words.stageHint : words.outcomeHint
  return (
    <SheetButton text={words.act} title={titleOf(row, t)} t={t}>
      <ActionForm action={decide} aria-label={words.act} className="form mt-2">
        <Hidden name="id" value={row.id} />
        <Version version={row.version} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} />
        <Choice name="outcome" label={words.outcome} hint={hint} options={options} />
        <WordsField name="reason" label={words.reason} hint={words.reasonHint} optional maxLength={500} rows={2} />
        <div className="form-end">
          <Submit>{words.send}</Submit>
        </div>
      </ActionForm>
    </SheetButton>
  )
}

const titleOf = ({ line: { figure }, name, unit, code, work }: DifferenceItem, t: Messages): string =>
  [figureWords({ figure, name, unit }, t), name, '·', code, work].filter(Boolean).join(' ')
