import { defineConfig } from '@playwright/test'

const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

// `npm test` finds a browser and passes it as CHROMIUM_PATH; each worker starts its own server (tests/support/browser.ts)
// on a copy of one demonstration, and takes a file at a time.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/support/demo.ts',
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: process.env.LONG ? 600_000 : 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A trace of every step costs as much as the steps: TRACE=1 when a failure is to be looked into.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: flags.split(' ') },
  },
})
