import { describe, expect, it } from 'vitest'
import {
  ambientFacts,
  clientLeaks,
  machineTraces,
  strangeFolders,
  strayServerActions,
  unwrappedActions,
  vagueNames,
} from './support/house-rules'
import { messageGaps } from './support/messages'
import { functionSizes, tooLongFiles, tooLongFunctions } from './support/sizes'
import { median, source } from './support/source'

/** The checks of architecture.test.ts find what they are there to find. */
describe('sizes', () => {
  const long = (count: number) => `export function f() {\n${'  g()\n'.repeat(count - 2)}}\n`

  it('finds a file of 251 lines, and lets plan data and texts be', () => {
    const text = 'export {}\n'.repeat(251)
    expect(tooLongFiles([source('db/a.ts', text)], 250)).toEqual(['db/a.ts: 251 lines'])
    expect(tooLongFiles([source('db/a.ts', 'export {}\n'.repeat(250))], 250)).toEqual([])
    expect(tooLongFiles([source('db/plan/a.ts', text), source('domain/messages/zh/a.ts', text)], 250)).toEqual([])
  })

  it('finds a function of 41 lines, also an arrow and a method', () => {
    const limits = { code: 40, component: 80 }
    expect(tooLongFunctions([source('db/a.ts', long(41))], limits)).toEqual(['db/a.ts:1 f: 41 lines'])
    expect(tooLongFunctions([source('db/a.ts', long(40))], limits)).toEqual([])
    expect(tooLongFunctions([source('db/a.ts', long(41).replace('function f()', 'const f = () =>'))], limits)).toHaveLength(1)
    expect(tooLongFunctions([source('db/a.ts', `class A {\n${long(41).replace('export function ', '')}}\n`)], limits)).toHaveLength(1)
  })

  it('gives a component 80 lines', () => {
    const component = (count: number) =>
      `export function Page() {\n  return (\n    <p>\n${'      <br />\n'.repeat(count - 6)}    </p>\n  )\n}\n`
    expect(tooLongFunctions([source('app/page.tsx', component(80))], { code: 40, component: 80 })).toEqual([])
    expect(tooLongFunctions([source('app/page.tsx', component(81))], { code: 40, component: 80 })).toEqual([
      'app/page.tsx:1 Page: 81 lines',
    ])
  })

  it('counts declarations, callbacks apart from named ones', () => {
    const sizes = functionSizes(source('a.ts', 'const f = (a: number[]) => a.map((x) => x + 1)\ndeclare function g(): void\n'))
    expect(sizes.map(({ named, lines }) => ({ named, lines }))).toEqual([
      { named: true, lines: 1 },
      { named: false, lines: 1 },
    ])
    expect(median([9, 1, 2])).toBe(2)
  })
})

describe('actions', () => {
  const actions = (text: string) => unwrappedActions([source('app/a/actions.ts', text)])

  it('finds an export that the wrapper did not make', () => {
    expect(actions("'use server'\nexport async function save() {}\n")).toEqual(['app/a/actions.ts:2'])
    expect(actions('export const save = async () => {}\n')).toHaveLength(1)
    expect(actions('export const a = formAction(x), b = other(y)\n')).toHaveLength(1)
    expect(actions("export { save } from './save'\n")).toHaveLength(1)
    expect(actions('export default formAction(x)\n')).toHaveLength(1)
  })

  it('lets the wrapper and types pass', () => {
    expect(actions("'use server'\nexport const save = formAction(schema, run)\nexport type State = string\nconst own = 1\n")).toEqual([])
  })

  it("finds 'use server' anywhere else", () => {
    expect(strayServerActions([source('app/a/page.tsx', "async function save() {\n  'use server'\n}\n")])).toEqual(['app/a/page.tsx:2'])
    expect(strayServerActions([source('app/a/actions.ts', "'use server'\n")])).toEqual([])
  })
})

describe('the domain', () => {
  it('finds a clock, chance and environment, but lets date arithmetic and comments be', () => {
    const found = (text: string) => ambientFacts([source('domain/a.ts', text)]).length
    for (const text of ['new Date()', 'Date()', 'Date.now()', 'Math.random()', 'process.env.X', 'globalThis.Date.now()', "fetch('x')"]) {
      expect(found(text), text).toBe(1)
    }
    expect(found("new Date('2025-01-01')\nDate.parse('x')\n// new Date()\nconst text = 'Date.now()'\n")).toBe(0)
  })
})

describe('names', () => {
  it('finds vague folders and files', () => {
    expect(vagueNames(['app/lib/a.ts', 'domain/utils.ts', 'db/services/x.ts', 'app/components/a.tsx', 'app/helpers.test.ts'])).toHaveLength(
      5,
    )
    expect(vagueNames(['app/_lib/a.ts', 'app/_components/a.tsx', 'domain/library.ts', 'docs/decisions/0001-a.md'])).toEqual([])
  })

  it('finds a folder the house does not promise', () => {
    expect(strangeFolders(['src/a.ts', 'app/b.ts', 'README.md'], ['app'])).toEqual(['src'])
  })

  it('finds registries and machine paths', () => {
    const host = (name: string) => ['registry', name].join('.')
    expect(machineTraces('a', `https://${host('example.org')}/x`)).toHaveLength(1)
    expect(machineTraces('a', `${host('example-mirror.com.cn')} and ${host('example.com')}`)).toHaveLength(2)
    expect(machineTraces('a', `see '/${'work'}/main' and /${'root'}/x`)).toHaveLength(2)
    expect(machineTraces('a', 'docs/work/main ../work/x the registry of contradictions, registry. A')).toEqual([])
  })
})

describe('the browser', () => {
  const client = (text: string) => source('app/a/form.tsx', `'use client'\n${text}`)

  it('finds zod, next-auth and the database behind a client file, however far', () => {
    expect(clientLeaks([client("import { z } from 'zod'\n")])).toEqual(['app/a/form.tsx → zod'])
    expect(clientLeaks([client("import { signIn } from 'next-auth/react'\n")])).toHaveLength(1)
    const far = [
      client("import { b } from '../../domain/b'\n"),
      source('domain/b.ts', "export * from './c'\n"),
      source('domain/c.ts', "import 'zod'\n"),
    ]
    expect(clientLeaks(far)).toEqual(['app/a/form.tsx → domain/b.ts → domain/c.ts → zod'])
    expect(clientLeaks([client("const db = import('../../db/client')\n"), source('db/client.ts', '')])).toHaveLength(1)
  })

  it('lets types and actions pass', () => {
    const files = [
      client("import type { Row } from '../../db/rows'\nimport { save } from './actions'\n"),
      source('db/rows.ts', ''),
      source('app/a/actions.ts', "'use server'\nimport 'zod'\n"),
    ]
    expect(clientLeaks(files)).toEqual([])
    expect(clientLeaks([source('app/a/page.tsx', "import 'zod'\n")])).toEqual([])
  })
})

describe('messages', () => {
  it('finds a missing key, an empty text and a place that differs', () => {
    expect(messageGaps({ a: { b: '甲', c: '乙' } }, { a: { b: 'A' }, d: 'D' })).toEqual(['en lacks a.c', 'zh lacks d'])
    expect(messageGaps({ a: '' }, { a: 'A' })).toEqual(['a is empty'])
    expect(messageGaps({ a: '共 {count} 项' }, { a: '{total} items' })).toEqual(['a: the places differ'])
    expect(messageGaps({ a: '共 {count} 项' }, { a: '{count} items' })).toEqual([])
  })
})
