'use client'

import { createContext, use, useId } from 'react'
import type { FormState } from '../_lib/form-state'

/** What every form says of itself; given once by the layout in the reader's language. */
export type FormWords = Record<
  'optional' | 'saving' | 'offline' | 'reload' | 'choose' | 'errorTitle' | 'errorText' | 'errorNumber' | 'tryAgain' | 'toHome',
  string
>

const Words = createContext<FormWords>({} as FormWords)
const Form = createContext<{ state: FormState; busy: boolean }>({ state: { status: 'idle' }, busy: false })

export const FormProvider = Form.Provider
export const useForm = () => use(Form)
export const useFormWords = () => use(Words)

export function FormWordsProvider({ words, children }: { words: FormWords; children: React.ReactNode }) {
  return <Words.Provider value={words}>{children}</Words.Provider>
}

/** A field's part in the form: its id, what is wrong with it, and what was typed where a page without scripts came back. */
export function useField(name: string, hint: unknown, given: string | number | null | undefined) {
  const id = useId()
  const { state } = useForm()
  const refused = state.status === 'refused' ? state : null
  const wrong = refused?.fields[name]
  const described = [wrong && `${id}w`, hint ? `${id}h` : undefined].filter(Boolean).join(' ')
  return {
    id,
    wrong,
    value: refused?.values[name] ?? given ?? '',
    aria: { id, name, 'aria-invalid': wrong ? true : undefined, 'aria-describedby': described || undefined } as const,
  }
}
