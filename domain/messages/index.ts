import type { Locale } from '../locale'
import { en } from './en'
import { zh } from './zh'

export { fill } from '../fill'
export { type Locale, locales, toLocale } from '../locale'
export type Messages = typeof zh

/** Every interface text in the reader's language; Chinese is the default. */
export function messagesFor(locale: Locale): Messages {
  return locale === 'en' ? en : zh
}
