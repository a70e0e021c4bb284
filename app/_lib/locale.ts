import { cache } from 'react'
import { type Locale, type Messages, messagesFor } from '../../domain/messages'
import { readerLocale } from './session'

/** The reader's language and every word in it, asked once a request. */
export const reader = cache(async (): Promise<{ locale: Locale; t: Messages }> => {
  const locale = await readerLocale()
  return { locale, t: messagesFor(locale) }
})

export async function words(): Promise<Messages> {
  return (await reader()).t
}

/** `zh-CN` writes `2025年9月`, English keeps `2025-09`. */
export function monthWords(month: string, locale: Locale): string {
  return locale === 'en' ? month : `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`
}

export function dayWords(day: string, locale: Locale): string {
  return locale === 'en' ? day : `${monthWords(day, locale)}${Number(day.slice(8, 10))}日`
}

/** In a column's head, where the year is plain: `9月`, English keeps `2025-09`. */
export function monthName(month: string, locale: Locale): string {
  return locale === 'en' ? month : `${Number(month.slice(5, 7))}月`
}
