import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverEnv, spawnServer, whenHealthy } from '../../scripts/house.mjs'

export type Account = { role: string; username: string; password: string }
export type Server = {
  url: string
  dataDir: string
  pid: number
  accounts: Account[]
  log: () => string
  stop: (signal?: NodeJS.Signals) => Promise<void>
}
/** `accountsFile` = where the folder's passwords stand, when it is not the one its kind writes. */
export type ServerOptions = { dataDir?: string; demo?: boolean; accountsFile?: string; env?: Record<string, string> }

/** Starts what `npm start` serves (build it first), on a free port and, unless one is given, on a data folder of its own. */
export async function startServer({ dataDir, demo = false, accountsFile, env = {} }: ServerOptions = {}): Promise<Server> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'hengdong-data-'))
  const port = await freePort()
  const child = spawnServer({ ...serverEnv({ dataDir: folder, host: '127.0.0.1', port, demo }), ...env }, 'pipe')
  const log = collect(child)
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    await end(child, signal)
    if (!dataDir) rmSync(folder, { recursive: true, force: true })
  }
  try {
    await whenHealthy(`http://127.0.0.1:${port}`, demo ? 900 : 60, () => child.exitCode ?? child.signalCode)
  } catch (error) {
    await stop('SIGKILL')
    throw new Error(`${(error as Error).message}\n${log()}`)
  }
  const accounts = readAccounts(join(folder, accountsFile ?? (demo ? 'demo-accounts.txt' : 'first-accounts.txt')))
  return { url: `http://localhost:${port}`, dataDir: folder, pid: child.pid ?? 0, accounts, log, stop }
}

/** One account a line: role, sign-in name and password, tab between. */
export function readAccounts(file: string): Account[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .flatMap(([role, username, password]) => (role && username && password ? [{ role, username, password }] : []))
}

export function accountOf(accounts: Account[], role: string, index = 0): Account {
  const found = accounts.filter((account) => account.role === role)[index]
  if (!found) throw new Error(`no ${role} account number ${index + 1}`)
  return found
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

function collect(child: ChildProcess): () => string {
  const parts: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => parts.push(part.toString()))
  return () => parts.join('')
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  await new Promise((done) => probe.close(done))
  return typeof address === 'object' && address ? address.port : 0
}
