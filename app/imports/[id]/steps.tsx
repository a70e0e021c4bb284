import type { ImportView } from '../../../db/queries/imports'
import { fill, type Messages } from '../../../domain/messages'
import { ActionForm, Hidden, Submit, WordsField } from '../../_components/form'
import { Notice } from '../../_components/notice'
import { Panel } from '../../_components/panel'
import { SheetButton } from '../../_components/sheet-button'
import type { FormAction } from '../../_lib/form-state'
import { abandon, approve, keep, sendBack, start, undo } from './actions'

type Props = { imp: ImportView; t: Messages }

/** What can be done with it now; one main button at most. */
export function Steps({ imp, t }: Props) {
  const say = t.imports
  const going = (imp.counts?.new ?? 0) + (imp.counts?.changed ?? 0)
  const doubtful = imp.counts?.doubtful ?? 0
  if (imp.state === 'staged')
    return (
      <Panel>
        <p className="mb-2">{say.previewLead}</p>
        {doubtful > 0 ? <Notice tone="slow">{fill(say.doubtfulLeft, { count: doubtful })}</Notice> : null}
        <div className="form-end mt-2">
          {going > 0 ? <Move imp={imp} action={start} text={fill(say.start, { count: going })} /> : null}
          <a className="button" href={`/imports/${imp.id}?step=columns`}>
            {say.remap}
          </a>
          <Move imp={imp} action={abandon} text={say.abandon} look="plain" />
        </div>
      </Panel>
    )
  if (imp.state === 'submitted') return <Decision imp={imp} t={t} />
  if (imp.state === 'applied' || imp.state === 'approved') return <Undo imp={imp} t={t} />
  return null
}

type MoveProps = { imp: ImportView; action: FormAction; text: string; look?: 'main' | 'plain' | 'late' }

export function Move({ imp, action, text, look = 'main' }: MoveProps) {
  return (
    <ActionForm action={action} className="" aria-label={text}>
      <Hidden name="id" value={imp.id} />
      <Hidden name="version" value={imp.version} />
      <Submit look={look}>{text}</Submit>
    </ActionForm>
  )
}

function Undo({ imp, t }: Props) {
  const say = t.imports
  if (imp.undo === 'agree' || imp.undo === 'own') return <UndoAsked imp={imp} t={t} />
  const asks = imp.undo === 'ask'
  return (
    <Panel>
      <SheetButton text={asks ? say.undoAsk : say.undo} title={asks ? say.undoAskHint : say.undoHint} t={t}>
        <Move imp={imp} action={undo} text={asks ? say.undoAsk : say.undo} look="late" />
      </SheetButton>
    </Panel>
  )
}

/** An approved plan source goes as it came: asked by one, agreed to by another. */
function UndoAsked({ imp, t }: Props) {
  const say = t.imports
  return (
    <Panel>
      <Notice tone="slow">{fill(say.undoAsked, { who: imp.undoAskedBy?.name ?? '—' })}</Notice>
      <div className="form-end mt-2">
        {imp.undo === 'agree' ? (
          <SheetButton text={say.undoAgree} title={say.undoHint} t={t}>
            <Move imp={imp} action={undo} text={say.undoAgree} look="late" />
          </SheetButton>
        ) : (
          <span className="soft">{say.undoWaits}</span>
        )}
        <Move imp={imp} action={keep} text={say.keep} look="plain" />
      </div>
    </Panel>
  )
}

/** A plan source is decided as a whole, by somebody else. */
function Decision({ imp, t }: Props) {
  const say = t.imports
  return (
    <Panel>
      <p>{fill(say.approveSourceHint, { count: imp.additions })}</p>
      {imp.mayDecide ? (
        <div className="form-end">
          <Move imp={imp} action={approve} text={say.approveSource} />
          <SheetButton text={say.returnSource} title={say.returnSource} t={t}>
            <ActionForm action={sendBack} aria-label={say.returnSource}>
              <Hidden name="id" value={imp.id} />
              <Hidden name="version" value={imp.version} />
              <WordsField name="reason" label={say.returnReason} maxLength={500} rows={2} />
              <Submit look="plain">{say.returnSource}</Submit>
            </ActionForm>
          </SheetButton>
        </div>
      ) : (
        <Notice>{say.waitsOther}</Notice>
      )}
      <Undo imp={imp} t={t} />
    </Panel>
  )
}
