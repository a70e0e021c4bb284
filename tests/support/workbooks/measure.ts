import { readFileSync } from 'node:fs'
import { openWorkbook } from '../../../app/_lib/workbook'
import { readLedger } from '../../../domain/ledger/read-ledger'
import type { RawSheet } from '../../../domain/ledger/shapes'

// Run in a process of its own, so that its memory is the reader's: `tsx measure.ts file [millis to hold the loop, as a control]`.
const [, , file = '', hold = '0'] = process.argv

/** The longest stretch between two turns of the event loop; of wall and CPU time the lesser, so that busy neighbours do not count. */
function watchTurns(): () => number {
  let [longest, stopped, wall, cpu] = [0, false, performance.now(), process.cpuUsage()]
  const turn = (): void => {
    const { user, system } = process.cpuUsage(cpu)
    longest = Math.max(longest, Math.min(performance.now() - wall, (user + system) / 1000))
    wall = performance.now()
    cpu = process.cpuUsage()
    if (!stopped) setImmediate(turn)
  }
  setImmediate(turn)
  return () => {
    stopped = true
    return Math.round(longest)
  }
}

async function measure(): Promise<void> {
  const bytes = readFileSync(file)
  await new Promise((done) => setTimeout(done, 50))
  const turns = watchTurns()
  const started = performance.now()
  const { sheets } = await openWorkbook(bytes, file)
  const ledger = await readLedger(sheets[0] as RawSheet)
  const ms = Math.round(performance.now() - started)
  const until = performance.now() + Number(hold)
  while (performance.now() < until);
  await new Promise((done) => setImmediate(() => setImmediate(done)))
  const rssMB = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)
  console.log(`ledger rows=${ledger.rows.length} ms=${ms} rssMB=${rssMB} heldMs=${turns()}`)
}

void measure()
