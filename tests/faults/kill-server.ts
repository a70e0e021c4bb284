import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sha256 } from '../../db/hash'
import { readKeptHead } from '../../db/kept-head'
import { accountOf, type Server, startServer } from '../support/server'
import { type KillReport, wholeness } from './kill'
import { proofOf } from './steps'

/** Each client sends one proof after the other and counts an answer of 201 as acknowledged; what had no answer is sent again under its key. */
type Client = { number: number; next: number }
const clients = 3
/** A draft takes nine files; every client and nine of its steps have one of their own. */
const draftOf = ({ number, next }: Client): string =>
  `draft:update:P000${number + 1}:monthly:${2021 + Math.floor(next / 108)}-${month(next)}`
const month = (next: number): string => String((Math.floor(next / 9) % 12) + 1).padStart(2, '0')
const stepNumber = ({ number }: Client, step: number): number => step * clients + number

/** Kills what `npm start` serves, in the middle of requests, and starts it again on the same data. */
export async function killServer(dataDir: string, kills: number): Promise<KillReport> {
  const crew: Client[] = Array.from({ length: clients }, (_, number) => ({ number, next: 0 }))
  await readyAccounts(dataDir)
  for (let done = 0; done < kills; done++) {
    const server = await startServer({ dataDir })
    const cookie = await signIn(server)
    const work = Promise.all(crew.map((client) => send(server, cookie, client)))
    await new Promise((later) => setTimeout(later, 100 + Math.random() * 600))
    await server.stop('SIGKILL')
    await work
  }
  return checked(dataDir, crew, kills)
}

/** The first start makes the accounts; the change of the first password is another test's business. */
async function readyAccounts(dataDir: string): Promise<void> {
  await (await startServer({ dataDir })).stop()
  const db = new Database(join(dataDir, 'library.db'))
  db.exec('update users set must_change_password = 0')
  db.close()
}

export async function signIn({ url, accounts }: Server, role = 'bureau'): Promise<string> {
  const { username, password } = accountOf(accounts, role)
  const asked = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await asked.json()) as { csrfToken: string }
  const cookies = (response: Response) => response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const body = new URLSearchParams({ csrfToken, username, password, json: 'true' })
  const headers = { cookie: cookies(asked).join('; ') }
  const answered = await fetch(`${url}/api/auth/callback/credentials`, { method: 'POST', body, headers, redirect: 'manual' })
  return [...cookies(asked), ...cookies(answered)].join('; ')
}

async function send({ url }: Server, cookie: string, client: Client): Promise<void> {
  for (;;) {
    const n = stepNumber(client, client.next)
    const form = new FormData()
    form.set('subject', draftOf(client))
    form.set('key', `proof-${n}`)
    form.append('file', new File([new Uint8Array(proofOf(n))], `${n}.pdf`))
    const answer = await fetch(`${url}/api/evidence`, { method: 'POST', body: form, headers: { cookie } }).catch(() => null)
    if (!answer) return
    if (answer.status !== 201) throw new Error(`proof ${n}: ${answer.status} ${await answer.text()}`)
    client.next += 1
  }
}

function checked(dataDir: string, crew: Client[], kills: number): KillReport {
  const kept = readKeptHead(dataDir)
  const db = new Database(join(dataDir, 'library.db'))
  try {
    const links = db.prepare<[string], number>('select count(*) from evidence_links where sha256 = ?').pluck()
    const times = (n: number) => links.get(sha256(proofOf(n))) ?? 0
    const steps = crew.flatMap((client) => Array.from({ length: client.next }, (_, step) => stepNumber(client, step)))
    const unanswered = crew.map((client) => stepNumber(client, client.next))
    return {
      kills,
      acknowledged: steps.length,
      lost: steps.filter((n) => times(n) === 0),
      doubled: [...steps, ...unanswered].filter((n) => times(n) > 1),
      problems: wholeness(db, dataDir, kept),
    }
  } finally {
    db.close()
  }
}
