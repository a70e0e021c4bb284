import { utf8 } from './sha256'

/** Shorter first, then as ASCII: P9999 stands before P10000. */
export function compareCodes(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

/** By UTF-8 bytes, which every language can do: JavaScript's own order of texts is another one for rare characters. */
export function compareStrata(a: string, b: string): number {
  const [x, y] = [utf8(a), utf8(b)]
  const at = x.findIndex((byte, index) => byte !== y[index])
  return at < 0 ? x.length - y.length : x[at]! - (y[at] ?? -1)
}
