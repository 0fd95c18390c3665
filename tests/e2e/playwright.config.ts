import { defineConfig } from '@playwright/test'

/** The real app on a real desktop: one at a time, since there is one screen, one tray and one keyboard. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
})
