'use client'

import type { ComponentProps, ReactNode } from 'react'
import { useField, useForm, useFormWords } from './form-context'

export { ActionForm } from './action-form'

type FieldProps = {
  name: string
  label: string
  hint?: ReactNode
  /** Stands at the right end of the label: 万元, %. */
  unit?: string
  /** Says “optional” where there is no unit; a field that must be filled says nothing. */
  optional?: boolean
  defaultValue?: string | number | null | undefined
}

type Look = FieldProps & { id: string; wrong: string | undefined; children: ReactNode; group?: boolean }

/** Label, control, hint and what is wrong: the frame every field stands in. */
export function Field({ id, label, unit, optional, hint, wrong, group, children }: Look) {
  const words = useFormWords()
  const head = (
    <span className="field-head">
      <span>{label}</span>
      {unit || optional ? <span>{unit ?? words.optional}</span> : null}
    </span>
  )
  const Frame = group ? 'fieldset' : 'div'
  return (
    <Frame className={wrong ? 'field field-wrong' : 'field'}>
      {group ? <legend className="w-full">{head}</legend> : <label htmlFor={id}>{head}</label>}
      {children}
      {wrong ? (
        <span className="wrong" id={`${id}w`}>
          {wrong}
        </span>
      ) : null}
      {hint ? (
        <span className="hint" id={`${id}h`}>
          {hint}
        </span>
      ) : null}
    </Frame>
  )
}

type TextProps = FieldProps & { aside?: ReactNode } & Pick<
    ComponentProps<'input'>,
    'type' | 'inputMode' | 'maxLength' | 'min' | 'max' | 'pattern' | 'placeholder' | 'autoComplete' | 'list' | 'onChange' | 'readOnly'
  >

/** One line of text; `aside` is said inside the box, such as last month's figure. */
export function TextField(props: TextProps) {
  const { name, label, hint, unit, optional, defaultValue, aside, ...input } = props
  const { id, wrong, value, aria } = useField(name, hint, defaultValue)
  return (
    <Field {...props} id={id} wrong={wrong}>
      <span className="box">
        <input type="text" {...input} {...aria} aria-required={!optional} defaultValue={value} />
        {aside ? <span className="box-aside">{aside}</span> : null}
      </span>
    </Field>
  )
}

/** A figure: decimal keys on a phone, right unit in the head. */
export const NumberField = (props: TextProps) => <TextField inputMode="decimal" autoComplete="off" maxLength={20} {...props} />

export const DayField = (props: TextProps) => <TextField type="date" min="1900-01-01" max="2199-12-31" {...props} />

/** `2025-09`; a text box where the browser has no month box. */
export const MonthField = (props: TextProps) => <TextField type="month" placeholder="2025-09" {...props} />

/** Several lines. */
export function WordsField(props: FieldProps & Pick<ComponentProps<'textarea'>, 'maxLength' | 'rows' | 'placeholder' | 'onChange'>) {
  const { name, label, hint, unit, optional, defaultValue, ...area } = props
  const { id, wrong, value, aria } = useField(name, hint, defaultValue)
  return (
    <Field {...props} id={id} wrong={wrong}>
      <span className="box">
        <textarea rows={3} {...area} {...aria} aria-required={!optional} defaultValue={value} />
      </span>
    </Field>
  )
}

export type Option = { value: string; text: string }
type OptionProps = FieldProps & { options: readonly Option[] }

/** A few answers side by side, thumb-sized. */
export function Choice(props: OptionProps & { onChange?: (value: string) => void }) {
  const { id, wrong, value, aria } = useField(props.name, props.hint, props.defaultValue)
  return (
    <Field {...props} id={id} wrong={wrong} group>
      <span className="segments">
        {props.options.map((option, index) => (
          <label key={option.value}>
            <input
              {...aria}
              id={index === 0 ? id : undefined}
              type="radio"
              value={option.value}
              defaultChecked={String(value) === option.value}
              onChange={() => props.onChange?.(option.value)}
            />
            {option.text}
          </label>
        ))}
      </span>
    </Field>
  )
}

/** Many answers: the system's own list. */
export function Select(props: OptionProps & { empty?: string; onChange?: ComponentProps<'select'>['onChange'] }) {
  const { id, wrong, value, aria } = useField(props.name, props.hint, props.defaultValue)
  const words = useFormWords()
  return (
    <Field {...props} id={id} wrong={wrong}>
      <span className="box">
        <select key={props.defaultValue} {...aria} aria-required={!props.optional} defaultValue={value} onChange={props.onChange}>
          <option value="">{props.empty ?? words.choose}</option>
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      </span>
    </Field>
  )
}

export function Tick({ name, value, label, defaultChecked }: { name: string; value?: string; label: ReactNode; defaultChecked?: boolean }) {
  return (
    <label className="tick">
      <input type="checkbox" name={name} value={value} defaultChecked={defaultChecked} />
      <span>{label}</span>
    </label>
  )
}

export const Hidden = ({ name, value }: { name: string; value: string | number }) => <input type="hidden" name={name} value={value} />

type SubmitProps = { children: ReactNode; look?: 'main' | 'plain' | 'late'; name?: string; value?: string; shortcut?: string }

/** Cannot be pressed twice; while it takes its time the form says so. */
export function Submit({ children, look = 'main', name, value, shortcut }: SubmitProps) {
  const { busy } = useForm()
  const dress = look === 'plain' ? 'button' : `button button-${look}`
  return (
    <button type="submit" className={dress} name={name} value={value} aria-disabled={busy || undefined} data-key={shortcut}>
      {children}
      {shortcut ? (
        <span className="kbd" aria-hidden="true">
          {shortcut}
        </span>
      ) : null}
    </button>
  )
}
