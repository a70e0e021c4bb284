import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataFolderBusy, takeLock } from '../../db/lock'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hengdong-lock-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** Another process that holds the folder until it is killed, or says why it cannot. */
function holder() {
  const code = `import { takeLock } from './db/lock.ts'
    try { takeLock(process.argv[1]); console.log('holds'); setInterval(() => {}, 1000) } catch (error) { console.log(error.message) }`
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code, dir], { cwd: join(import.meta.dirname, '../..') })
}
const firstWords = async (child: ReturnType<typeof holder>) => String((await once(child.stdout, 'data'))[0]).trim()

test('refuses a second taker in the same process until the first lets go', () => {
  const release = takeLock(dir)
  expect(() => takeLock(dir)).toThrow(DataFolderBusy)
  release()
  takeLock(dir)()
})

test('refuses a second process with a sentence and leaves the first unharmed', async () => {
  const release = takeLock(dir)
  expect(await firstWords(holder())).toContain('The data folder is in use by another process')
  expect(() => takeLock(dir)).toThrow(DataFolderBusy)
  release()
})

test('takes over the lock of a killed process', async () => {
  const child = holder()
  expect(await firstWords(child)).toBe('holds')
  expect(() => takeLock(dir)).toThrow(DataFolderBusy)
  child.kill('SIGKILL')
  await once(child, 'exit')
  takeLock(dir)()
})

test('keeps the lock file to itself', () => {
  takeLock(dir)()
  expect(statSync(join(dir, 'lock.db')).mode & 0o777).toBe(0o600)
})
