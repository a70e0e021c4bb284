import { createElement, type ReactNode } from 'react'
import { NotStill, stillHtml } from './still-html'

type Props = { as: 'section' | 'tbody' | 'svg' | 'div'; children: ReactNode; [attribute: string]: unknown }

/**
 * An element whose inside is sent as finished HTML where nothing in it works in the browser by itself: sent as elements, each a part of its
 * own for the protocol between server and browser, it costs the server as much again as drawing it, and the browser wakes every one of them.
 */
export function Still({ as, children, ...attributes }: Props) {
  const html = inside(children)
  return html === null
    ? createElement(as, attributes, children)
    : createElement(as, { ...attributes, dangerouslySetInnerHTML: { __html: html } })
}

function inside(children: ReactNode): string | null {
  try {
    return stillHtml(children)
  } catch (error) {
    if (error instanceof NotStill) return null
    throw error
  }
}
