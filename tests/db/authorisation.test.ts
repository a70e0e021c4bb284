import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { house } from '../../db/client'
import { Refusal } from '../../domain/errors'
import { attempts, callers, ctxFor } from '../support/authorisation'
import type { Attempt } from '../support/authorisation/attempt'
import { commandsIn } from '../support/commands'
import { openTestHouse, type TestHouse } from '../support/house'
import { sourcesUnder } from '../support/source'
import { giveWork } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
})
afterAll(() => t.close())

const closed = ['forbidden', 'not-found', 'not-self']

/** Permitted = the policy let it through, whatever a later rule says of the content. Everything is undone afterwards. */
async function isPermitted(attempt: Attempt, caller: (typeof callers)[number]): Promise<boolean> {
  const { sqlite } = house()
  sqlite.exec('begin')
  try {
    const call = attempt.prepare(t)
    await call(ctxFor(t, caller))
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return !closed.includes(error.code)
  } finally {
    sqlite.exec('rollback')
  }
}

describe('every command as every role, own and foreign', () => {
  test.each(attempts.map((attempt) => [attempt.command, attempt.case ?? '', attempt] as const))('%s %s', async (_name, _case, attempt) => {
    const allowed: string[] = []
    for (const caller of callers) if (await isPermitted(attempt, caller)) allowed.push(caller)
    expect(allowed.sort()).toEqual([...attempt.may].sort())
  })
})

test('no command is missing from the table', () => {
  const commands = sourcesUnder('db/commands').flatMap(commandsIn)
  expect(commands.length).toBeGreaterThan(50)
  expect(commands.filter((name) => !attempts.some((attempt) => attempt.command === name))).toEqual([])
})
