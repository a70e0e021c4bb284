'use client'

import { createElement, Fragment, type ReactNode } from 'react'
import type { PlainNode, PlainRow } from './plain-rows'

/**
 * The body of a long table from its cells as data in one text: fifty rows sent as elements, each a part of its own for the protocol
 * between server and browser, cost the server as much again as drawing them.
 */
export function TableRows({ rows }: { rows: string }) {
  return <tbody>{(JSON.parse(rows) as PlainRow[]).map(([key, ...cells]) => createElement('tr', { key }, ...cells.map(built)))}</tbody>
}

function built(node: PlainNode): ReactNode {
  if (typeof node !== 'object' || node === null) return node
  const [tag, props, ...children] = node
  return createElement(tag || Fragment, props, ...children.map(built))
}
