import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { repo } from './support/source'

/** A small house in which every line breaks one rule (its name is on the left), or none. */
const files: Record<string, string> = {
  'domain/a.ts': "import fs from 'node:fs'\nimport { b } from '../db/b'\nexport const a = [fs, b]\n",
  'domain/one.ts': "import { two } from './two'\nexport const one = two\n",
  'domain/two.ts': "import { one } from './one'\nexport const two = one\n",
  'domain/lost.ts': "import { x } from './nowhere'\nexport const y = x\n",
  'domain/fine.ts': 'export const fine = 1\n',
  'db/b.ts': "import fs from 'node:fs'\nimport { fine } from '../domain/fine'\nexport const b = [fs, fine]\nexport type B = number\n",
  'db/up.ts': "import { part } from '../app/works/part'\nexport const up = part\n",
  'db/queries/works.ts': 'export const works = 1\n',
  'db/commands/works.ts': 'export const change = 1\n',
  'db/serve.ts': 'export const serve = 1\n',
  'app/page.tsx': "import { works } from '../db/queries/works'\nexport default works\n",
  'app/works/page.tsx': "import { change } from '../../db/commands/works'\nimport { part } from './part'\nexport default [change, part]\n",
  'app/works/actions.ts':
    "import { change } from '../../db/commands/works'\nimport { works } from '../../db/queries/works'\nexport const x = [change, works]\n",
  'app/works/part.tsx':
    "import type { B } from '../../db/b'\nimport { session } from '../_lib/session'\nexport const part = session as B\n",
  'app/works/form.tsx': "import { works } from '../../db/queries/works'\nexport const form = works\n",
  'app/other/part.tsx': "import { form } from '../works/form'\nexport const other = form\n",
  'app/api/route.ts':
    "import { b } from '../../db/b'\nimport { works } from '../../db/queries/works'\nimport { change } from '../../db/commands/works'\nexport const GET = [b, works, change]\n",
  'app/_lib/session.ts': "import { works } from '../../db/queries/works'\nexport const session = works\n",
  'instrumentation.ts': "import { serve } from './db/serve'\nimport { b } from './db/b'\nexport const register = [serve, b]\n",
  'proxy.ts': "import { fine } from './domain/fine'\nexport const proxy = fine\n",
  'scripts/s.mjs': "import '../domain/fine'\n",
  'tests/t.ts': 'export const t = 1\n',
  'app/tested.ts': "import { t } from '../tests/t'\nexport const tested = t\n",
}

const expected = [
  'a-folder-keeps-to-itself: app/other/part.tsx → app/works/form.tsx',
  'actions-write-commands: app/works/actions.ts → db/queries/works.ts',
  'db-imports-domain-and-the-driver: db/up.ts → app/works/part.tsx',
  'domain-imports-zod-and-itself: domain/a.ts → db/b.ts',
  'domain-imports-zod-and-itself: domain/a.ts → fs',
  'domain-imports-zod-and-itself: domain/lost.ts → ./nowhere',
  'every-import-resolves: domain/lost.ts → ./nowhere',
  'instrumentation-serves: instrumentation.ts → db/b.ts',
  'no-cycles: domain/one.ts → domain/two.ts → domain/one.ts',
  'nothing-imports-tests: app/tested.ts → tests/t.ts',
  'only-pages-actions-and-routes-use-the-session: app/works/part.tsx → app/_lib/session.ts',
  'pages-read-queries: app/works/page.tsx → db/commands/works.ts',
  'routes-and-session-files-see-queries-and-commands: app/api/route.ts → db/b.ts',
  'scripts-stand-alone: scripts/s.mjs → domain/fine.ts',
  'the-proxy-stands-alone: proxy.ts → domain/fine.ts',
  'the-rest-of-app-sees-only-types-of-db: app/works/form.tsx → db/queries/works.ts',
]

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengdong-house-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('finds every import that goes against the dependency rule, and no other', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(repo, 'scripts/boundaries.mjs'), folder], { encoding: 'utf8' })
  expect(stderr.trim().split('\n').sort()).toEqual(expected)
  expect(status).toBe(1)
})
