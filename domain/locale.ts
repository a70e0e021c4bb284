export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

export function toLocale(text: string | null | undefined): Locale | null {
  return locales.find((locale) => locale === text) ?? null
}
