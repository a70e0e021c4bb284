/** What an address asks for; a parameter said twice counts once, and a text is never longer than a person would type. */
export type Query = Record<string, string | string[] | undefined>

export function asked(query: Query, name: string, max = 80): string | null {
  const value = query[name]
  const text = (Array.isArray(value) ? value[0] : value)?.trim().slice(0, max)
  return text || null
}

export function askedChoice<const T extends string>(query: Query, name: string, choices: readonly T[]): T | null {
  const text = asked(query, name)
  return choices.find((choice) => choice === text) ?? null
}

/** A whole number of the address, or the fallback when it is none. */
export function askedNumber(query: Query, name: string, fallback: number): number {
  const text = asked(query, name, 12)
  return text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : fallback
}

/** The same address with some parameters changed; null takes one away. */
export function withQuery(path: string, query: Query, changes: Record<string, string | number | null>): string {
  const params = new URLSearchParams()
  for (const name of Object.keys(query)) {
    const value = asked(query, name)
    if (value !== null && !(name in changes)) params.set(name, value)
  }
  for (const [name, value] of Object.entries(changes)) if (value !== null) params.set(name, String(value))
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

/** The id in a path; what is no number is nobody's page (0). */
export const idOf = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0)
