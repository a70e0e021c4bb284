import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeNote, keepHead, readKeptHead } from '../../db/kept-head'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hengdong-head-'))
})
afterEach(() => {
  closeNote(dir)
  rmSync(dir, { recursive: true, force: true })
})

const head = (seq: number) => ({ seq, hash: String(seq % 10).repeat(64) })
const note = () => join(dir, 'chain-head')

test('the note says the last head, in a file of its own that others cannot read', () => {
  expect(readKeptHead(dir)).toBe('missing')
  for (const seq of [1, 2, 10, 123_456_789]) {
    keepHead(dir, head(seq))
    expect(readKeptHead(dir)).toEqual(head(seq))
  }
  expect(statSync(note()).mode & 0o777).toBe(0o600)
})

test('every line is as long as the next, so that nothing of the last one is left', () => {
  keepHead(dir, head(9))
  const short = readFileSync(note(), 'utf8')
  keepHead(dir, head(1_000_000))
  expect(readFileSync(note(), 'utf8')).toHaveLength(short.length)
})

test('a line of an earlier program, shorter by its number, is written over whole', () => {
  writeFileSync(note(), `7 ${'7'.repeat(64)}\n`)
  expect(readKeptHead(dir)).toEqual(head(7))
  keepHead(dir, head(8))
  expect(readKeptHead(dir)).toEqual(head(8))
})

test('a note that was taken away, or replaced, is kept again with the next head', () => {
  keepHead(dir, head(1))
  rmSync(note())
  keepHead(dir, head(2))
  expect(readKeptHead(dir)).toEqual(head(2))
  writeFileSync(join(dir, 'other'), 'something else')
  renameSync(join(dir, 'other'), note())
  expect(readKeptHead(dir)).toBe('unreadable')
  keepHead(dir, head(3))
  expect(readKeptHead(dir)).toEqual(head(3))
})
