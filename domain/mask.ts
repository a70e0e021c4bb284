import { z } from 'zod'

/** Names of real firms and offices, as a demonstration keeps them. */
export const maskedNames = z.array(z.string().min(1))

/** The longest first, so that a short name never cuts a long one. */
export function mask(text: string, names: readonly string[]): string {
  return [...names].sort((a, b) => b.length - a.length).reduce((masked, name) => masked.replaceAll(name, '〔略〕'), text)
}
