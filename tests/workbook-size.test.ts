import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { bookOf, type Made } from './support/workbooks/book'

const folder = mkdtempSync(join(tmpdir(), 'ledger-size-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const head =
  '序号 项目名称 项目单位 责任单位 所在乡镇 建设内容 总投资（万元） 年度计划（万元） 累计完成投资（万元） 开工时间 竣工时间 形象进度 存在问题 责任领导 联系人 备注'
const rowOf = (index: number): Made[] => [
  ...[index, `示例项目第${index}号`, `单位${index % 300}`, `局${index % 40}`, `镇${index % 17}`],
  ...[`新建厂房${index}平方米，配套道路、管网及绿化等附属设施。`, index * 1.5, index + 0.25, { formula: 'A1', value: index }],
  ...['2025.6', { number: 45_838, as: 'day' as const }, `主体完成${index % 100}%`, `用地${index}`, '示例领导', '/', `备注\n${index}`],
]

async function measured(rows: number, inline: boolean, hold = 0): Promise<Record<string, number>> {
  const file = join(folder, `${rows}-${inline}.xlsx`)
  writeFileSync(
    file,
    bookOf({ inline, sheets: [{ name: '表', rows: [head.split(' '), ...Array.from({ length: rows }, (_, at) => rowOf(at + 1))] }] }),
  )
  const run = [join('node_modules', 'tsx', 'dist', 'cli.mjs'), 'tests/support/workbooks/measure.ts', file, String(hold)]
  const { stdout } = await promisify(execFile)(process.execPath, run)
  console.log(stdout.trim())
  return Object.fromEntries([...stdout.matchAll(/(\w+)=(\d+)/g)].map(([, name, value]) => [name, Number(value)]))
}

for (const inline of [false, true])
  it(`20,000 rows with ${inline ? 'inline' : 'shared'} strings are read in 10 s and 300 MB, and never hold the loop for 50 ms`, async () => {
    const first = await measured(20_000, inline)
    // A busy machine holds a loop too: what the reader itself does, it does every time.
    const { rows, ms, rssMB, heldMs } = (first.heldMs ?? 0) > 50 ? await measured(20_000, inline) : first
    expect(rows).toBe(20_000)
    expect(ms).toBeLessThanOrEqual(10_000)
    expect(rssMB).toBeLessThanOrEqual(300)
    expect(heldMs).toBeLessThanOrEqual(50)
  }, 60_000)

it('a reader that held the loop would be seen (control)', async () => {
  expect((await measured(10, false, 400)).heldMs).toBeGreaterThan(100)
}, 60_000)
