import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type PlainRow, plainNode } from '../app/_components/plain-rows'
import { TableRows } from '../app/_components/table-rows'

const drawn = (...rows: PlainRow[]) =>
  renderToStaticMarkup(createElement('table', null, createElement(TableRows, { rows: JSON.stringify(rows) })))
const row = (...cells: Parameters<typeof plainNode>[0][]): PlainRow => ['P0001', ...cells.map(plainNode)]
const Part = ({ word }: { word: string }) => createElement('b', { className: 'soft' }, word)

test('a row sent as data is drawn as its elements would be', () => {
  const cells = [
    createElement('td', { className: 'code' }, 'P0001'),
    createElement('td', null, createElement('a', { href: '/projects/P0001', title: undefined }, 'name'), ' / ', null, false, 12),
    createElement('td', null, createElement(Fragment, null, createElement(Part, { word: 'one' }), ' two')),
    createElement('td', { style: { '--done': '5%' } }, ['a', 'b']),
    createElement('td', null),
  ]
  expect(drawn(row(...cells))).toBe(
    renderToStaticMarkup(createElement('table', null, createElement('tbody', null, createElement('tr', null, ...cells)))),
  )
})

test('what somebody typed stays a text', () => {
  const typed = '<img src=x onerror=alert(1)>","],["script",null,"'
  expect(drawn(row(createElement('td', { title: typed }, typed)))).not.toMatch(/<(img|script)/)
})

test('a part that works in the browser by itself is refused', () => {
  const client = { $$typeof: Symbol.for('react.client.reference') } as unknown as string
  expect(() => plainNode(createElement('td', null, createElement(client)))).toThrow('only elements of HTML')
})
