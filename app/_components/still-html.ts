import { Fragment, isValidElement, type ReactNode } from 'react'

type Props = Record<string, unknown> & { children?: ReactNode }
type Component = ((props: object) => ReactNode) & { $$typeof?: symbol }

/** Something in it works in the browser by itself, or is drawn later: it is no mere HTML. */
export class NotStill extends Error {}

/** What React would write for these elements, as text. Parts of our own are asked for what they draw; one that works in the browser is refused. */
export function stillHtml(node: ReactNode): string {
  if (typeof node === 'string') return escaped(node)
  if (typeof node === 'number') return String(node)
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (Array.isArray(node)) return node.map(stillHtml).join('')
  if (!isValidElement<Props>(node)) throw new NotStill('no element of HTML')
  const { type, props } = node
  if (typeof type === 'string') return element(type, props)
  if (type === (Fragment as unknown)) return stillHtml(props.children)
  return stillHtml(drawn(type as unknown as Component, props))
}

function drawn(component: Component, props: object): ReactNode {
  if (typeof component !== 'function' || component.$$typeof !== undefined) throw new NotStill('works in the browser')
  return component(props)
}

const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

function element(tag: string, { children, dangerouslySetInnerHTML, ...props }: Props): string {
  const open = `<${tag}${Object.entries(props).map(attribute).join('')}`
  if (empty.has(tag)) return `${open}/>`
  const inside = dangerouslySetInnerHTML ? (dangerouslySetInnerHTML as { __html: string }).__html : stillHtml(children)
  return `${open}>${inside}</${tag}>`
}

/** Names that HTML and SVG write otherwise than React does. */
const names: Record<string, string> = {
  ...{
    className: 'class',
    tabIndex: 'tabindex',
    htmlFor: 'for',
    strokeWidth: 'stroke-width',
    strokeDasharray: 'stroke-dasharray',
    strokeLinecap: 'stroke-linecap',
  },
  ...{ strokeLinejoin: 'stroke-linejoin', strokeOpacity: 'stroke-opacity', fillOpacity: 'fill-opacity', textAnchor: 'text-anchor' },
  ...{ dominantBaseline: 'dominant-baseline', vectorEffect: 'vector-effect', clipPath: 'clip-path', fontSize: 'font-size' },
  ...{ fontWeight: 'font-weight', fontFamily: 'font-family' },
}
/** There or not there; every other truth value is written out. */
const flags = new Set(['hidden', 'open', 'disabled', 'checked', 'selected', 'readOnly', 'required', 'multiple', 'download', 'reversed'])
/** Values of a form's own, kept by the browser: React's business. */
const kept = new Set(['defaultValue', 'defaultChecked', 'ref'])

function attribute([name, value]: [string, unknown]): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'function' || kept.has(name)) throw new NotStill(name)
  if (name === 'style') return ` style="${escaped(styleText(value as Record<string, string | number>))}"`
  const written = names[name] ?? name
  if (typeof value === 'boolean' && !/^(aria|data)-/.test(name)) return value && flags.has(name) ? ` ${written}=""` : ''
  const text = String(value)
  if (/^\s*javascript:/i.test(text)) throw new NotStill(name)
  return ` ${written}="${escaped(text)}"`
}

function styleText(style: Record<string, string | number>): string {
  return Object.entries(style)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => {
      // A bare number would need its unit: ours are written with theirs.
      if (typeof value === 'number' && value !== 0 && !name.startsWith('--')) throw new NotStill(`style ${name}`)
      return `${name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${String(value).trim()}`
    })
    .join(';')
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }
const escaped = (text: string): string => (/[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark) : text)
