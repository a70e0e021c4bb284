type Tree = { [key: string]: unknown }

/** Every text by its dotted path; a text made by a function counts by its name only. */
export function texts(tree: Tree, prefix = ''): Map<string, unknown> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null ? [...texts(value as Tree, `${prefix}${key}.`)] : [[`${prefix}${key}`, value] as const],
    ),
  )
}

/** Keys that one language has and the other lacks, empty texts, and texts whose {places} differ. */
export function messageGaps(zh: Tree, en: Tree): string[] {
  const [first, second] = [texts(zh), texts(en)]
  const missing = [
    ...[...first.keys()].filter((key) => !second.has(key)).map((key) => `en lacks ${key}`),
    ...[...second.keys()].filter((key) => !first.has(key)).map((key) => `zh lacks ${key}`),
  ]
  const empty = [...first, ...second].filter(([, text]) => text === '').map(([key]) => `${key} is empty`)
  const places = [...first].filter(([key, text]) => second.has(key) && placesOf(text) !== placesOf(second.get(key)))
  return [...missing, ...empty, ...places.map(([key]) => `${key}: the places differ`)]
}

const placesOf = (text: unknown): string => (typeof text === 'string' ? [...new Set(text.match(/\{\w+\}/g))].sort().join() : '')
