import type { IndicatorEntry } from '../../../db/queries/indicators'
import { fill, type Messages } from '../../../domain/messages'
import { ActionForm, Hidden, Submit, WordsField } from '../../_components/form'
import { SheetButton } from '../../_components/sheet-button'
import { approveValue, returnValue, withdrawValue } from './actions'

type Props = { entry: IndicatorEntry; name: string; t: Messages }

/** Another person approves or returns; whoever entered it reads that it waits, and may withdraw it. */
export function DecideValue({ entry, name, t }: Props) {
  const words = t.evaluation
  const title = fill(words.decideOf, { name, year: entry.year })
  if (entry.may.withdraw)
    return (
      <ActionForm action={withdrawValue} aria-label={`${words.withdraw} ${title}`}>
        <span className="soft small">{words.waitsForAnother}</span>
        <Hidden name="id" value={entry.id} />
        <Submit look="plain">{words.withdraw}</Submit>
      </ActionForm>
    )
  if (!entry.may.decide) return <span className="soft small">{words.waitsForAnother}</span>
  return (
    <SheetButton text={words.approve} title={title} t={t}>
      <div className="beside mt-2">
        <ActionForm action={approveValue} aria-label={title}>
          <Hidden name="id" value={entry.id} />
          <p lang="zh-CN">
            {entry.value} · {entry.source}
          </p>
          <div className="form-end">
            <Submit>{words.approve}</Submit>
          </div>
        </ActionForm>
        <ActionForm action={returnValue} aria-label={`${words.return} ${title}`}>
          <Hidden name="id" value={entry.id} />
          <WordsField name="reason" label={words.returnReason} maxLength={300} rows={2} />
          <div className="form-end">
            <Submit look="plain">{words.return}</Submit>
          </div>
        </ActionForm>
      </div>
    </SheetButton>
  )
}
