/** A small reader of the XML that Word files are made of: elements with attributes, in document order. */
export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string }

export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const tokens = /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/g
  let end = 0
  for (const match of xml.matchAll(tokens)) {
    if (match.index !== end) throw new Error(`not XML at ${end}: ${xml.slice(end, end + 40)}`)
    end += match[0].length
    take(match, open)
  }
  if (end !== xml.length || open.length !== 1) throw new Error('the XML ends too early')
  return root.children[0]!
}

function take([, closes, name, attributes, empty, text]: RegExpMatchArray, open: Element[]): void {
  const parent = open.at(-1)!
  if (text !== undefined) parent.text += unescaped(text)
  if (name === undefined) return
  if (closes) {
    if (open.pop()!.name !== name) throw new Error(`</${name}> closes another element`)
    return
  }
  const element = { name, attributes: attributesOf(attributes ?? ''), children: [], text: '' }
  parent.children.push(element)
  if (!empty) open.push(element)
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescaped(value!)]))

function unescaped(text: string): string {
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(text)) throw new Error(`a bare & in ${text}`)
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replace(/&(\w+|#\d+);/g, (_, name: string) => named[name] ?? String.fromCodePoint(Number(name.slice(1))))
}

/** Every element of that name, in document order. */
export function all(element: Element, name: string): Element[] {
  return [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => all(child, name))]
}

export const child = (element: Element | undefined, name: string): Element | undefined => element?.children.find((one) => one.name === name)

export const attribute = (element: Element | undefined, name: string): string | undefined => element?.attributes[name]

export const textOf = (element: Element): string =>
  all(element, 'w:t')
    .map((run) => run.text)
    .join('')
