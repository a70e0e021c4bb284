import fc from 'fast-check'
import { Fragment, createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Still } from '../app/_components/still'
import { NotStill, stillHtml } from '../app/_components/still-html'

const Part = ({ word, children }: { word: string; children?: ReactNode }) =>
  h(Fragment, null, h('b', { className: 'soft' }, word), children)
const client = Object.assign(() => null, { $$typeof: Symbol.for('react.client.reference') })

test('what is sent as finished HTML is what React would write', () => {
  const drawings = [
    h(
      'a',
      { href: '/projects?q=a&b', title: undefined, 'aria-current': 'page', 'aria-hidden': false, 'data-full': '' },
      'name',
      ' / ',
      null,
      false,
      12,
    ),
    h('details', { open: true, hidden: false }, h('summary', null, h(Part, { word: '<one>' }, ' two')), h('br')),
    h('td', { colSpan: 3, style: { '--done': '5%', marginTop: 0, textAlign: 'left' }, tabIndex: 0 }, ['a', h('i', { key: 'b' }, 'b')]),
    h('label', { htmlFor: 'x' }, h('input', { id: 'x', type: 'checkbox', disabled: true, required: false, readOnly: true })),
    h(
      'svg',
      { viewBox: '0 0 10 10', role: 'img' },
      h('path', {
        d: 'M0 0',
        strokeWidth: 1.5,
        strokeDasharray: '2 2',
        strokeLinecap: 'round',
        fillOpacity: 0.2,
        vectorEffect: 'non-scaling-stroke',
      }),
      h('text', { textAnchor: 'end', dominantBaseline: 'middle', fontSize: 12 }, 'x'),
    ),
    // biome-ignore lint/correctness/noChildrenProp: its children are needed, a function's third argument may be missing
    h(Still, { as: 'section', className: 'panel', children: h('p', null, 'inside') }),
  ]
  for (const drawing of drawings) expect(stillHtml(drawing)).toBe(renderToStaticMarkup(drawing))
})

const text = fc.string({ unit: 'binary', maxLength: 30 }).map((said) => said.replaceAll('\0', ''))
const tree: fc.Memo<ReactNode> = fc.memo((depth) =>
  depth <= 1
    ? text
    : fc.oneof(
        text,
        fc
          .tuple(text, fc.array(tree(depth - 1), { maxLength: 3 }))
          .map(([title, inside]) => h('span', { title, 'aria-label': title }, ...inside)),
        fc.array(tree(depth - 1), { maxLength: 3 }).map((inside) => h(Fragment, null, ...inside)),
      ),
)

test('whatever somebody typed, as a text or as a property, React would write the same', () => {
  fc.assert(
    fc.property(tree(4), (drawn) => {
      expect(stillHtml(drawn)).toBe(renderToStaticMarkup(drawn))
    }),
    { numRuns: 300 },
  )
  expect(stillHtml(h('td', { title: '"><script>' }, '<img src=x onerror=alert(1)>'))).not.toMatch(/<(img|script)/)
})

test('what works in the browser by itself stays an element, with everything around it', () => {
  const island = h(client as unknown as () => null, { key: 0 })
  const parts: ReactNode[] = [
    island,
    h('button', { key: 1, type: 'button', onClick: () => undefined }),
    h('input', { key: 2, defaultValue: '1' }),
    h((async () => null) as unknown as () => null, { key: 3 }),
    h('a', { key: 4, href: [' java', 'script:alert(1)'].join('') }),
    h('td', { key: 5, style: { width: 12 } }),
  ]
  for (const alive of parts) {
    expect(() => stillHtml(h('p', null, alive))).toThrow(NotStill)
    const inside = Still({ as: 'div', children: alive }).props as { children?: ReactNode; dangerouslySetInnerHTML?: unknown }
    expect([inside.children, inside.dangerouslySetInnerHTML]).toEqual([alive, undefined])
  }
})

const Broken = () => {
  throw new Error('broken')
}

test('an error inside is no reason to draw it another way', () => {
  expect(() => Still({ as: 'div', children: h(Broken) })).toThrow('broken')
})
