/** Shorter first, then as ASCII: P9999 stands before P10000. */
export function compareCodes(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

/** By UTF-8 bytes, which every language can do: JavaScript's own order of texts is another one for characters beyond sixteen bits. */
export function compareStrata(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  for (let at = 0; at < most; at += 1) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (x !== y) return byteRank(x) - byteRank(y)
  }
  return a.length - b.length
}

/** Halves of a pair stand for characters that come after all others. */
const byteRank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800)
