import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orm } from '../../db/client'
import { closeHouse } from '../../db/open'
import { planEntries } from '../../db/schema'
import { openTestHouse, type TestHouse } from '../support/house'
import { repo } from '../support/source'

let house: TestHouse
beforeAll(() => {
  house = openTestHouse()
})
afterAll(() => rmSync(house.house.dir, { recursive: true, force: true }))

function run(...args: string[]) {
  const env = { ...process.env, DATA_DIR: house.house.dir }
  const tsx = join(repo, 'node_modules/tsx/dist/cli.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, 'db/operator/plan-load.ts', ...args], {
    cwd: repo,
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('npm run plan:load', () => {
  it('shows beside the running server that nothing would change', () => {
    expect(run('--dry-run')).toMatchObject({ status: 0, stdout: '+0 ~0 -0\n' })
  })

  it('shows what a reload would change, field by field', () => {
    const item = and(eq(planEntries.kind, 'item'), eq(planEntries.code, '3-1#03'))
    const { body } = orm().select().from(planEntries).where(item).get() as { body: object }
    orm()
      .update(planEntries)
      .set({ body: { ...body, owner: '旧' } })
      .where(item)
      .run()
    expect(run('--dry-run').stdout).toBe('~ item 3-1#03 owner: "旧" → "湖南蓬源鸿达矿业有限公司"\n+0 ~1 -0\n')
    orm().update(planEntries).set({ body }).where(item).run()
  })

  it('refuses to write while the server has the folder', () => {
    const { status, stderr } = run()
    expect(status).toBe(1)
    expect(stderr).toContain('in use by another process')
    expect(stderr).not.toContain(' at ')
  })

  it('loads once the folder is free, and says that nothing changed', () => {
    closeHouse()
    const loaded = run()
    expect(loaded).toMatchObject({ status: 0, stderr: '' })
    expect(loaded.stdout).toContain('have not changed')
  })
})
