import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { system } from '../../domain/actor'
import { shanghaiDay } from '../../domain/calendar'
import { Refusal } from '../../domain/errors'
import { house, keepHouse, openDatabase } from '../client'
import { recoverAccount } from '../commands/passwords'
import { takeLock } from '../lock'
import { migrateForward } from '../migrate'
import { dataDir, OperatorError, runOperator } from './operator'

/** `npm run accounts:recover -- <sign-in name>`: for when no administrator can sign in; alone, and it leaves an event. */
async function main([username]: string[]): Promise<number> {
  const dir = dataDir()
  if (!username) throw new OperatorError('用法 Usage: npm run accounts:recover -- <账号 sign-in name>')
  if (!existsSync(join(dir, 'library.db'))) throw new OperatorError(`没有找到数据库：${dir} · There is no library in ${dir}`)
  const release = takeLock(dir)
  try {
    const { sqlite, orm } = openDatabase(dir)
    keepHouse({ dir, sqlite, orm, demo: false, release })
    migrateForward(sqlite, orm, dir)
    return await recover(username)
  } finally {
    house().sqlite.close()
    release()
  }
}

async function recover(username: string): Promise<number> {
  const at = new Date().toISOString()
  const ctx = { actor: system, at, today: shanghaiDay(at), requestId: 'accounts:recover' }
  const made = await recoverAccount(ctx, username).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not-found')
      throw new OperatorError(`没有这个账号：${username} · There is no account ${username}`)
    throw error
  })
  console.log(`账号 Sign-in name:            ${made.username}`)
  console.log(`一次性密码 One-time password: ${made.password}`)
  console.log(`有效至 Valid until:           ${made.until}`)
  return 0
}

await runOperator(() => main(process.argv.slice(2)))
