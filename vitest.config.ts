import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/domain/**/*.test.ts', 'tests/db/**/*.test.ts', 'tests/field/**/*.test.ts', 'tests/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    // The long forms (npm run test:long) run thousands of sequences in one test.
    testTimeout: process.env.LONG ? 600_000 : 20_000,
    hookTimeout: 60_000,
  },
})
