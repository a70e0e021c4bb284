import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react'
import { useWords } from './words'

type Frame = { id: string; label: string; hint?: string; unit?: string | null; wrong?: string | undefined; optional?: boolean }

/** Label, control, what is wrong and what helps; the control names both. */
export const describedBy = ({ id, hint, wrong }: Frame): string | undefined =>
  [wrong ? `${id}-wrong` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined

function Below({ id, hint, wrong }: Frame) {
  return (
    <>
      {wrong ? (
        <span className="wrong" id={`${id}-wrong`}>
          {wrong}
        </span>
      ) : null}
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </>
  )
}

function Head({ label, unit, optional }: Frame) {
  const { f } = useWords()
  const aside = unit ?? (optional ? f.optional : null)
  return (
    <span className="field-head">
      <span>{label}</span>
      {aside ? <span>{aside}</span> : null}
    </span>
  )
}

function Labelled({ children, ...frame }: Frame & { children: ReactNode }) {
  return (
    <div className={frame.wrong ? 'field field-wrong' : 'field'}>
      <label htmlFor={frame.id}>
        <Head {...frame} />
      </label>
      <span className="box">{children}</span>
      <Below {...frame} />
    </div>
  )
}

type Typed = { value: string; type: (text: string) => void }
type TextProps = Frame &
  Typed &
  Pick<InputHTMLAttributes<HTMLInputElement>, 'inputMode' | 'maxLength' | 'min' | 'max'> & { kind?: 'text' | 'date' | 'search' }

export function TextBox({ value, type, kind = 'text', inputMode, maxLength, min, max, ...frame }: TextProps) {
  return (
    <Labelled {...frame}>
      <input
        id={frame.id}
        type={kind}
        value={value}
        onChange={(event) => type(event.target.value)}
        inputMode={inputMode}
        maxLength={maxLength}
        min={min}
        max={max}
        autoComplete="off"
        aria-invalid={frame.wrong ? true : undefined}
        aria-describedby={describedBy(frame)}
      />
    </Labelled>
  )
}

type AreaProps = Frame & Typed & Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'maxLength' | 'rows'>

export function AreaBox({ value, type, maxLength, rows = 3, ...frame }: AreaProps) {
  return (
    <Labelled {...frame}>
      <textarea
        id={frame.id}
        rows={rows}
        value={value}
        onChange={(event) => type(event.target.value)}
        maxLength={maxLength}
        aria-invalid={frame.wrong ? true : undefined}
        aria-describedby={describedBy(frame)}
      />
    </Labelled>
  )
}

export type Option = { value: string; text: string }
type ChoiceProps = Frame & Typed & { options: readonly Option[]; hideHead?: boolean }

export function SelectBox({ value, type, options, ...frame }: ChoiceProps) {
  const { f } = useWords()
  return (
    <Labelled {...frame}>
      <select
        id={frame.id}
        value={value}
        onChange={(event) => type(event.target.value)}
        aria-invalid={frame.wrong ? true : undefined}
        aria-describedby={describedBy(frame)}
      >
        <option value="">{f.choose}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

/** A few answers side by side, each as large as a thumb. */
export function Choices({ value, type, options, hideHead, ...frame }: ChoiceProps) {
  return (
    <fieldset className={frame.wrong ? 'field field-wrong' : 'field'} aria-describedby={describedBy(frame)}>
      <legend className={hideHead ? 'sr' : undefined}>
        <Head {...frame} />
      </legend>
      <span className="segments">
        {options.map((option, index) => (
          <label key={option.value}>
            <input
              type="radio"
              id={index === 0 ? frame.id : undefined}
              name={frame.id}
              value={option.value}
              checked={value === option.value}
              onChange={() => type(option.value)}
            />
            {option.text}
          </label>
        ))}
      </span>
      <Below {...frame} />
    </fieldset>
  )
}

export const optionsOf = (labels: Record<string, string>): Option[] => Object.entries(labels).map(([value, text]) => ({ value, text }))

type SureProps = { text: string; yes: string; no: string; onYes: () => void; onNo: () => void; late?: boolean }

/** The second question before something cannot be taken back. */
export function Sure({ text, yes, no, onYes, onNo, late }: SureProps) {
  return (
    <div className="said field-sure" role="alertdialog" aria-label={text}>
      <p>{text}</p>
      <div className="form-end">
        <button type="button" className={late ? 'button button-late' : 'button button-main'} onClick={onYes}>
          {yes}
        </button>
        {/* biome-ignore lint/a11y/noAutofocus: the question takes the focus from the button that asked it, with the harmless answer first */}
        <button type="button" className="button" onClick={onNo} autoFocus>
          {no}
        </button>
      </div>
    </div>
  )
}
