import { expect, it } from 'vitest'
import { openWorkbook } from '../app/_lib/workbook'
import { readLedger } from '../domain/ledger/read-ledger'
import { UnreadableFile } from '../domain/ledger/unreadable'
import { brokenFile } from './support/workbooks/fuzz'
import { told } from './support/workbooks/told'

const files = process.env.LONG ? 5000 : 300
const firstSeed = Number(process.env.FUZZ_SEED ?? 20_261_124)
const longestMillis = 5000

type Reader = (file: Uint8Array, fileName: string) => Promise<void>
type Outcome = 'read' | 'refused' | `crashed: ${string}` | 'hung'

const wholly: Reader = async (file, fileName) => {
  for (const sheet of (await openWorkbook(file, fileName)).sheets) told(await readLedger(sheet))
}

/** Read, refused with a sentence, or broken in a way that no file may break us. */
async function outcomeOf(reader: Reader, { file, fileName }: ReturnType<typeof brokenFile>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined
  const hung = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve('hung'), longestMillis)
  })
  const read = reader(file, fileName).then(
    (): Outcome => 'read',
    (thrown: unknown): Outcome => (thrown instanceof UnreadableFile ? 'refused' : `crashed: ${(thrown as Error).stack}`),
  )
  const outcome = await Promise.race([read, hung])
  clearTimeout(timer)
  return outcome
}

it(`${files} broken files are read or refused: none crashes, none hangs, memory stays`, async () => {
  const counts = { read: 0, refused: 0 }
  let settled = 0
  for (let seed = firstSeed; seed < firstSeed + files; seed++) {
    const outcome = await outcomeOf(wholly, brokenFile(seed))
    if (outcome !== 'read' && outcome !== 'refused') expect.fail(`FUZZ_SEED=${seed} ${outcome}`)
    counts[outcome]++
    if (seed === firstSeed + 100) settled = process.memoryUsage().rss
  }
  console.log(`workbook fuzz seeds=${firstSeed}…${firstSeed + files - 1} read=${counts.read} refused=${counts.refused}`)
  expect(process.memoryUsage().rss - settled).toBeLessThan(150_000_000)
  expect(Math.min(counts.read, counts.refused)).toBeGreaterThan(files / 20)
})

it('a reader that crashed or hung would be seen (control)', async () => {
  const crashing: Reader = async (file) => void new TextDecoder('utf-8', { fatal: true }).decode(file)
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, at) => outcomeOf(crashing, brokenFile(firstSeed + at))))
  expect(outcomes.some((outcome) => outcome.startsWith('crashed'))).toBe(true)
  expect(await outcomeOf(() => new Promise(() => {}), brokenFile(firstSeed))).toBe('hung')
})
