import { z } from 'zod'
import { type Day, isDay, isMonth, isQuarter } from './calendar'
import type { Issue, Params, RefusalCode } from './errors'
import { yuanFromWan } from './money'
import { isPrintable } from './printable'

/**
 * Fields as people type them, parsed once: the same schema serves form, import and API. An empty text is null (not known), never 0.
 * A zod message is a refusal code, so that the reader gets the field and the reason in their language.
 */
type Fail = (code: RefusalCode, params?: Params) => never

function parsed<T>(parse: (text: string, fail: Fail) => T) {
  return z
    .string()
    .nullish()
    .transform((typed, context): T | null => {
      const text = (typed ?? '').normalize('NFC').trim()
      if (text === '') return null
      const fail: Fail = (code, params) => {
        context.addIssue({ code: 'custom', message: code, params: params ?? {} })
        throw context
      }
      try {
        return parse(text, fail)
      } catch (thrown) {
        if (thrown === context) return z.NEVER
        throw thrown
      }
    })
}

/** Makes an optional field required: an empty one is refused. */
export function needed<T>(field: z.ZodType<T | null>) {
  return field.transform((value, context): T => {
    if (value === null) {
      context.addIssue({ code: 'custom', message: 'required' })
      return z.NEVER
    }
    return value
  })
}

export const wordsField = (max: number) =>
  parsed((text, fail) => {
    if (!isPrintable(text)) fail('unprintable')
    return text.length > max ? fail('too-long', { max }) : text
  })

const plainDigits = (text: string): string => text.normalize('NFKC').replace(/[,\s]/g, '')

export const wanField = () =>
  parsed((text, fail) => {
    const yuan = yuanFromWan(text)
    return yuan === null ? fail('not-a-number') : yuan
  })

export const wholeField = (min: number, max: number) =>
  parsed((text, fail) => {
    const plain = plainDigits(text)
    if (!/^-?\d{1,9}$/.test(plain)) fail('not-whole')
    return within(Number(plain), min, max, fail)
  })

export const numberField = (min: number, max: number) =>
  parsed((text, fail) => {
    const plain = plainDigits(text)
    if (!/^-?\d{1,9}(\.\d{1,4})?$/.test(plain)) fail('not-a-number')
    return within(Number(plain), min, max, fail)
  })

function within(value: number, min: number, max: number, fail: Fail): number {
  if (value < min) return fail(min === 0 ? 'not-positive' : 'too-small', { min })
  return value > max ? fail('too-large', { max }) : value
}

export const dayField = () => parsed((text, fail): Day => (isDay(text) ? text : fail('not-a-day')))
export const monthField = () => parsed((text, fail) => (isMonth(text) ? text : fail('not-a-month')))
export const quarterField = () => parsed((text, fail) => (isQuarter(text) ? text : fail('wrong-shape', { example: '2025Q3' })))

export const choiceField = <const T extends string>(choices: readonly T[]) =>
  parsed((text, fail): T => choices.find((choice) => choice === text) ?? fail('not-a-choice'))

export const patternField = (pattern: RegExp, example: string) =>
  parsed((text, fail) => (pattern.test(text) ? text : fail('wrong-shape', { example })))

export const idField = () => wholeField(1, 999_999_999)
/** A ticked box arrives as `on`, an empty one not at all. */
export const tickField = () =>
  z
    .string()
    .nullish()
    .transform((typed) => typed === 'on' || typed === 'true')

/** zod's findings as issues a reader can be told. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.map((issue) => {
    const field = issue.path.join('.')
    if (issue.code !== 'custom') return { field, code: 'malformed' }
    return { field, code: issue.message as RefusalCode, params: (issue.params ?? {}) as Params }
  })
}
