import type { FieldFigure } from '../../../domain/field-package'
import type { SeenResult } from '../../../domain/visit'
import { seenStages } from '../../../domain/visit-figures'
import { isTold, kindOf, notMet } from '../seen-value'
import { emptyFigure, type FigureDraft, type VisitDraft } from '../visit-draft'
import { Choices, optionsOf, SelectBox, TextBox } from './controls'
import type { Change } from './use-draft'
import type { Wrong } from './use-lacks'
import { useWords } from './words'
import { figureName, saidWords } from './work-facts'

type Props = { draft: VisitDraft; change: Change; wrong: Wrong }

/** Seen beside reported, figure by figure. */
export function VisitFigures({ draft, change, wrong }: Props) {
  const { f } = useWords()
  return (
    <section className="field-part">
      <h2>{f.seenBeside}</h2>
      <p className="hint">{f.seenBesideWhy}</p>
      {draft.shown.map((shown) => (
        <Figure
          key={shown.figure}
          shown={shown}
          typed={draft.figures[shown.figure] ?? emptyFigure}
          put={(typed) => change((now) => ({ ...now, figures: { ...now.figures, [shown.figure]: typed } }))}
          wrong={wrong}
        />
      ))}
    </section>
  )
}

type FigureProps = { shown: FieldFigure; typed: FigureDraft; put: (typed: FigureDraft) => void; wrong: Wrong }

function Figure({ shown, typed, put, wrong }: FigureProps) {
  const words = useWords()
  const { f, labels } = words
  const id = idOf(shown.figure)
  const name = figureName(shown, words)
  const count = kindOf(shown.figure) === 'count'
  const { agrees, differs, seen, unchecked } = labels.seenResults
  // Where nobody has said anything there is nothing to agree with: what is seen stands alone.
  const answers: Record<string, string> = isTold(shown) ? { agrees, differs, unchecked } : { seen, unchecked }
  const pick = (value: string) => put({ ...typed, result: (value || null) as SeenResult | null })
  return (
    <div className="field-figure" data-figure={shown.figure}>
      <h3 lang={shown.name ? 'zh-CN' : undefined}>{name}</h3>
      {count ? null : <Said shown={shown} />}
      {count ? (
        <TextBox
          id={`${id}-value`}
          label={`${name}${f.colon}${f.countSeen}`}
          inputMode="numeric"
          maxLength={6}
          value={typed.value}
          type={(value) => put({ ...typed, value })}
          wrong={wrong(`${shown.figure}-value`)}
          optional
        />
      ) : (
        <Choices
          id={id}
          label={name}
          options={optionsOf(answers)}
          value={typed.result ?? ''}
          type={pick}
          wrong={wrong(shown.figure)}
          hideHead
        />
      )}
      {!count && (typed.result === 'differs' || typed.result === 'seen') ? (
        <SeenBox shown={shown} typed={typed} put={put} wrong={wrong} />
      ) : null}
      {!count && typed.result !== null && typed.result !== 'agrees' ? (
        <TextBox
          id={`${id}-why`}
          label={typed.result === 'unchecked' ? f.whyUnchecked : f.whyDiffers}
          maxLength={500}
          value={typed.why}
          type={(why) => put({ ...typed, why })}
          wrong={wrong(`${shown.figure}-why`)}
          optional={typed.result !== 'unchecked'}
        />
      ) : null}
    </div>
  )
}

/** `milestone:7` would be no name for a style or a script to find. */
export const idOf = (figure: string): string => figure.replace(':', '-')

function Said({ shown }: { shown: FieldFigure }) {
  const words = useWords()
  const { f } = words
  return (
    <dl className="field-beside">
      <div>
        <dt>{f.approved}</dt>
        <dd>{saidWords(shown, shown.approved, words)}</dd>
      </div>
      <div>
        <dt>{shown.reported ? `${f.reported} (${f.reportedWaiting})` : f.reported}</dt>
        <dd>{saidWords(shown, shown.reported, words)}</dd>
      </div>
    </dl>
  )
}

/** What was seen instead, in the control its kind is typed in. */
function SeenBox({ shown, typed, put, wrong }: FigureProps) {
  const { f, labels } = useWords()
  const kind = kindOf(shown.figure)
  const id = `${idOf(shown.figure)}-value`
  const frame = { id, label: f.seenValue, value: typed.value, wrong: wrong(`${shown.figure}-value`) }
  const type = (value: string) => put({ ...typed, value })
  if (kind === 'stage')
    return <SelectBox {...frame} type={type} options={seenStages.map((value) => ({ value, text: labels.stages[value] }))} />
  if (kind === 'milestone') return <MilestoneBox {...frame} type={type} />
  if (kind === 'text') return <TextBox {...frame} type={type} maxLength={200} />
  const unit = kind === 'money' ? f.moneyUnit : kind === 'percent' ? '%' : shown.unit
  return <TextBox {...frame} type={type} unit={unit} inputMode="decimal" maxLength={18} />
}

type BoxProps = { id: string; label: string; value: string; wrong: string | undefined; type: (value: string) => void }

function MilestoneBox({ id, label, value, wrong, type }: BoxProps) {
  const { f } = useWords()
  const state = value === notMet ? notMet : value === '' ? '' : 'met'
  const met = { value: 'met', text: f.metYes }
  const not = { value: notMet, text: f.metNo }
  return (
    <>
      <Choices
        id={`${id}-met`}
        label={label}
        options={[met, not]}
        value={state}
        type={(next) => type(next === notMet ? notMet : ' ')}
        wrong={wrong}
      />
      {state === 'met' ? (
        <TextBox id={id} kind="date" label={f.metOn} value={value.trim()} type={(day) => type(day || ' ')} min="1990-01-01" />
      ) : null}
    </>
  )
}
