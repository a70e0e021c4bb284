import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { randomHex } from '../../db/hash'
import { type DrawFile, draw, listHash, seedHash } from '../../domain/draw'
import { drawFileText } from '../../domain/draw-file'
import { secondDraw } from '../support/second-draw'
import { repo } from '../support/source'

const dir = mkdtempSync(join(tmpdir(), 'hengdong-draw-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const input = {
  seed: randomHex(32),
  publicValue: randomHex(32),
  candidates: Array.from({ length: 30 }, (_, index) => ({
    code: `P${String(index + 1).padStart(4, '0')}`,
    stratum: ['机械制造', '文旅康养', ''][index % 3]!,
    tickets: index % 4 === 0 ? 3 : 1,
  })),
  count: 8,
  atLeastOne: true,
}
const made: DrawFile = {
  ...input,
  version: 'draw-1',
  title: '第四季度\u001b督查',
  round: '2026Q4',
  n: 1,
  reason: null,
  seedHash: seedHash(input.seed),
  seedCommittedAt: '2026-11-20T01:00:00.000Z',
  publicSource: 'chain-head',
  headSeq: 120,
  frozenAt: '2026-11-24T01:00:00.000Z',
  stratify: 'chain',
  weighted: true,
  listHash: listHash(input.candidates),
  drawn: draw(input),
}

/** From elsewhere, and with no data folder: the file is all it needs. */
function run(...args: string[]) {
  const [tsx, script] = [join(repo, 'node_modules/tsx/dist/cli.mjs'), join(repo, 'db/operator/draw.ts')]
  const env = { ...process.env, DATA_DIR: join(dir, 'none') }
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, script, ...args], { cwd: dir, env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

function kept(content: string): string {
  const path = join(dir, 'draw.json')
  writeFileSync(path, content)
  return path
}

describe('npm run draw', () => {
  it('repeats the draw from its file alone, one code a line in drawn order', () => {
    const text = drawFileText(made)
    const { status, stdout, stderr } = run(kept(text))
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${made.drawn.join('\n')}\n` })
    expect(secondDraw(text).join('\n')).toBe(stdout.trim())
    expect(stderr).toContain('第四季度 督查 · 2026Q4')
    expect(stderr).toContain('8 / 30')
  })

  it('says how a file contradicts itself, and prints no codes', () => {
    const other = { ...made, candidates: made.candidates.slice(1) }
    const { status, stdout, stderr } = run(kept(drawFileText(other)))
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('the list does not match its hash')
    expect(stderr).toContain(`the repeat draws: ${draw(other).join(' ')}`)
  })

  it('names a version it does not know', () => {
    expect(run(kept(drawFileText({ ...made, version: 'draw-2' })))).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('version of the algorithm is unknown'),
    })
  })

  it('says what cannot be read, without a stack', () => {
    const half = run(kept(drawFileText(made).slice(0, 100)))
    const field = run(kept(JSON.stringify({ ...made, seed: 'short' })))
    const [missing, none] = [run(join(dir, 'nowhere.json')), run()]
    expect([half, field, missing, none].map(({ status }) => status)).toEqual([1, 1, 1, 1])
    expect(half.stderr).toContain('is no exported draw (JSON)')
    expect(field.stderr).toContain('is no exported draw (seed)')
    expect(missing.stderr).toContain('cannot be read')
    expect(none.stderr).toContain('Usage: npm run draw')
    for (const { stderr } of [half, field, missing, none]) expect(stderr).not.toContain('    at ')
  })
})
