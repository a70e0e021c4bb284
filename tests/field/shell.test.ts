import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildField } from '../../scripts/field.mjs'

let folder = ''
let built: { version: string; files: string[] }
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hengdong-field-'))
  built = await buildField(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const text = (path: string) => readFileSync(join(folder, path), 'utf8')

type Listener = (event: object) => void

/** The worker as it was built, run among caches of its own. */
function run(code: string, kept: Map<string, Map<string, string>>) {
  const listeners = new Map<string, Listener>()
  const cacheOf = (name: string) => {
    const own = kept.get(name) ?? new Map<string, string>()
    kept.set(name, own)
    return own
  }
  const path = (asked: string | { url: string }) => new URL(typeof asked === 'string' ? asked : asked.url, 'http://phone').pathname
  const caches = {
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
    open: async (name: string) => ({
      addAll: async (all: { url: string }[]) => all.forEach((one) => void cacheOf(name).set(path(one), name)),
      match: async (asked: string) => cacheOf(name).get(path(asked)),
    }),
  }
  class FakeRequest {
    constructor(readonly url: string) {}
  }
  const scope = { caches, URL, Request: FakeRequest, location: { origin: 'http://phone' }, fetch: async () => 'network' }
  const globals = { skipWaiting: async () => undefined, clients: { claim: async () => undefined } }
  const addEventListener = (type: string, listener: Listener) => void listeners.set(type, listener)
  runInNewContext(code, { ...scope, ...globals, addEventListener })
  const wait = async (type: string) => {
    let done: Promise<unknown> = Promise.resolve()
    listeners.get(type)?.({ waitUntil: (work: Promise<unknown>) => (done = work) })
    await done
  }
  const ask = async (url: string, mode = 'cors', method = 'GET') => {
    let answer: Promise<unknown> | null = null
    listeners.get('fetch')?.({ request: { url, mode, method }, respondWith: (said: Promise<unknown>) => (answer = said) })
    return answer
  }
  return { install: () => wait('install'), activate: () => wait('activate'), ask }
}

describe('its worker', () => {
  const version = () => `field-${built.version}`

  test('keeps the whole shell of one version and lets the old one go once it takes over', async () => {
    const kept = new Map([
      ['field-older', new Map([['/field', 'field-older']])],
      ['another', new Map()],
    ])
    const worker = run(text('sw.js'), kept)
    await worker.install()
    expect([...kept.get(version())!.keys()].sort()).toEqual(['/field', ...built.files].sort())
    expect(kept.has('field-older')).toBe(true)
    await worker.activate()
    expect([...kept.keys()]).toEqual(['another', version()])
  })

  test('answers openings of the shell and its files from the device, and touches nothing else', async () => {
    const worker = run(text('sw.js'), new Map())
    await worker.install()
    expect(await worker.ask('http://phone/field?round=3', 'navigate')).toBe(version())
    expect(await worker.ask(`http://phone${built.files[0]}`)).toBe(version())
    for (const url of ['http://phone/', 'http://phone/projects', 'http://phone/field/x', 'http://phone/sign-in?next=/field'])
      expect(await worker.ask(url, 'navigate'), url).toBeNull()
    for (const url of ['http://phone/api/field/package?round=3', 'http://phone/api/evidence/a', 'http://other/field'])
      expect(await worker.ask(url), url).toBeNull()
    expect(await worker.ask('http://phone/field', 'navigate', 'POST')).toBeNull()
  })

  test('asks the network for what the browser has thrown out', async () => {
    const worker = run(text('sw.js'), new Map())
    expect(await worker.ask('http://phone/field', 'navigate')).toBe('network')
  })
})

describe('the shell', () => {
  test('weighs at most 180 kB compressed, all of it', () => {
    const files = readdirSync(join(folder, 'field')).map((name) => readFileSync(join(folder, 'field', name)))
    const kb = files.reduce((sum, file) => sum + gzipSync(file).length, 0) / 1000
    expect(kb).toBeGreaterThan(60)
    expect(kb).toBeLessThanOrEqual(180)
  })

  test('is one document with scripts and styles of its own and nothing inline', () => {
    const shell = text('field/shell.html')
    expect(shell).not.toMatch(/<style|style=| on\w+=|<script(?![^>]*\bsrc=)/)
    for (const [, address] of shell.matchAll(/(?:src|href)="([^"]+)"/g)) expect(built.files).toContain(address)
    expect(shell.match(/<script [^>]*src=/g)).toHaveLength(1)
  })

  test('carries no schema library, no other address, and both languages', () => {
    const script = text(built.files[0]!)
    expect(script.includes('ZodError')).toBe(false)
    expect(script.includes('随身督查')).toBe(true)
    expect(script.includes('In the field')).toBe(true)
    const strangers = [...script.matchAll(/https?:\/\/[\w.-]+/g)].map(([address]) => address)
    expect(strangers.filter((address) => !/^https?:\/\/(www\.w3\.org|react\.dev|reactjs\.org)$/.test(address))).toEqual([])
  })

  test('is named by its content: the same sources make the same names', async () => {
    const again = mkdtempSync(join(tmpdir(), 'hengdong-field-'))
    expect(await buildField(again)).toEqual(built)
    rmSync(again, { recursive: true, force: true })
  })

  test('its worker keeps the shell’s files, of one version, and names no page and no answer of the server', () => {
    const worker = text('sw.js')
    for (const file of built.files) expect(worker).toContain(file)
    expect(worker).toContain(built.version)
    expect(worker).not.toContain('/api/')
  })
})
