import { defineConfig } from 'vitest/config'

const include = ['tests/domain/**/*.test.ts', 'tests/db/**/*.test.ts', 'tests/field/**/*.test.ts', 'tests/*.test.ts']
/** Put other modules in place of the house's: each in a process of its own. */
const apart = [
  ...[
    'tests/export-*.test.ts',
    'tests/exported-*.test.ts',
    'tests/field-routes.test.ts',
    'tests/newcomer.test.ts',
    'tests/db/oc4ids.test.ts',
  ],
  ...['tests/db/sync.test.ts', 'tests/db/bulletin-kept.test.ts', 'tests/db/plan-api.test.ts', 'tests/db/round-list.test.ts'],
]

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    // The long forms (npm run test:long) run thousands of sequences in one test.
    testTimeout: process.env.LONG ? 600_000 : 20_000,
    hookTimeout: 60_000,
    // Most files open and close their own library: loading the house once a process instead of once a file is a third of the time.
    projects: [
      { extends: true, test: { name: 'house', include, exclude: apart, isolate: false } },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
})
