import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { messagesFor } from '../domain/messages'
import {
  ambientFacts,
  clientLeaks,
  machineTraces,
  strangeFolders,
  strayServerActions,
  unwrappedActions,
  vagueNames,
} from './support/house-rules'
import { messageGaps } from './support/messages'
import { functionSizes, lines, sized, tooLongFiles, tooLongFunctions } from './support/sizes'
import { median, repo, sourcesUnder } from './support/source'

const floors = ['app', 'db', 'domain'].flatMap(sourcesUnder)
const house = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: repo, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path && existsSync(join(repo, path)))

describe('the house', () => {
  it('has no file longer than 250 lines, and half of them at most 80', () => {
    expect(tooLongFiles(floors, 250)).toEqual([])
    expect(median(sized(floors).map(lines))).toBeLessThanOrEqual(80)
  })

  it('has no function longer than 40 lines (80 with JSX), and half of the named ones at most 8', () => {
    expect(tooLongFunctions(floors, { code: 40, component: 80 })).toEqual([])
    const named = sized(floors)
      .flatMap(functionSizes)
      .filter((size) => size.named && !size.component)
    expect(median(named.map((size) => size.lines))).toBeLessThanOrEqual(8)
  })

  it('makes every server action with the wrapper, and only in an actions.ts', () => {
    expect(unwrappedActions(floors)).toEqual([])
    expect(strayServerActions(floors)).toEqual([])
  })

  it('has only the folders it promises, and none with a vague name', () => {
    expect(strangeFolders(house, ['app', 'db', 'domain', 'drizzle', 'tests', 'docs', 'scripts', 'public', '.ci'])).toEqual([])
    expect(vagueNames(house)).toEqual([])
  })

  it('sends no schema library, session library or database to the browser', () => {
    expect(clientLeaks(floors)).toEqual([])
  })

  it('reads no clock, no chance and no environment in the domain', () => {
    expect(ambientFacts(sourcesUnder('domain'))).toEqual([])
  })

  it('names no package registry and no path of the machine it was written on', () => {
    const written = house.filter(
      (path) => !/\.(png|jpe?g|ico|webp|docx|xlsx|pdf|woff2?)$/.test(path) && path !== 'tests/house-rules.test.ts',
    )
    expect(written.flatMap((path) => machineTraces(path, readFileSync(join(repo, path), 'utf8')))).toEqual([])
  })

  it('says everything in both languages, with the same places', () => {
    expect(messageGaps(messagesFor('zh-CN'), messagesFor('en'))).toEqual([])
  })
})
