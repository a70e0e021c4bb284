import { Fragment, isValidElement, type ReactNode } from 'react'

/** A row's cells as data: texts, and elements of HTML by tag, properties and children; the tag of a mere group is ''. */
export type PlainNode = string | number | null | readonly [tag: string, props: Record<string, unknown> | null, ...children: PlainNode[]]
export type PlainRow = readonly [key: string | number, ...cells: PlainNode[]]

/** Parts of our own are asked for what they draw; one that works in the browser cannot be data. */
export function plainNode(node: ReactNode): PlainNode {
  if (Array.isArray(node)) return ['', null, ...node.map(plainNode)]
  if (!isValidElement<{ children?: ReactNode }>(node)) return typeof node === 'string' || typeof node === 'number' ? node : null
  const { type, props } = node
  if (typeof type === 'function') return plainNode((type as (given: object) => ReactNode)(props))
  const { children, ...rest } = props
  const inside = (Array.isArray(children) ? children : [children]).map(plainNode).filter((child) => child !== null)
  if ((type as unknown) === Fragment) return ['', null, ...inside]
  if (typeof type !== 'string') throw new Error('A plain row holds only elements of HTML.')
  return [type, Object.keys(rest).length > 0 ? rest : null, ...inside]
}
