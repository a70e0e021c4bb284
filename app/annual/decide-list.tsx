import type { YearListItem } from '../../db/queries/year-lists'
import { fill, type Messages } from '../../domain/messages'
import { formatYi } from '../../domain/money'
import { ActionForm, Hidden, Submit, WordsField } from '../_components/form'
import { Notice } from '../_components/notice'
import { SheetButton } from '../_components/sheet-button'
import { publishList, returnList, withdrawList } from './actions'

type Props = { list: YearListItem; t: Messages }

/** A draft waits for another person: they publish or return it, its author may take it back. */
export function DecideList({ list, t }: Props) {
  const words = t.annual
  if (list.status !== 'submitted') return null
  if (list.mayWithdraw)
    return (
      <ActionForm action={withdrawList} aria-label={words.withdraw}>
        <p className="soft small">{words.ownDraft}</p>
        <Hidden name="id" value={list.id} />
        <Submit look="plain">{words.withdraw}</Submit>
      </ActionForm>
    )
  if (!list.mayDecide) return null
  return (
    <SheetButton text={words.publish} title={fill(words.revision, { revision: list.revision })} t={t}>
      <div className="beside mt-2">
        <PublishForm list={list} t={t} />
        <ActionForm action={returnList} aria-label={words.return}>
          <Hidden name="id" value={list.id} />
          <WordsField name="reason" label={words.returnReason} maxLength={500} rows={2} />
          <div className="form-end">
            <Submit look="plain">{words.return}</Submit>
          </div>
        </ActionForm>
      </div>
    </SheetButton>
  )
}

function PublishForm({ list: { id, moved, works, plannedYuan, plannedKnown }, t }: Props) {
  const words = t.annual
  if (moved > 0) return <Notice tone="slow">{fill(words.moved, { count: moved })}</Notice>
  const figure = `${plannedKnown < works && plannedYuan !== null ? '≥ ' : ''}${formatYi(plannedYuan)}`
  return (
    <ActionForm action={publishList} aria-label={words.publish}>
      <p>{fill(words.publishLead, { figure, known: plannedKnown, works })}</p>
      <Hidden name="id" value={id} />
      <div className="form-end">
        <Submit>{words.publish}</Submit>
      </div>
    </ActionForm>
  )
}
