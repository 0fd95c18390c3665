import { defineConfig } from '@playwright/test'

/** Reference pictures of every screen: made when somebody asks (`npm run pictures`), never by `npm test`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 3_600_000,
  expect: { timeout: 30_000 },
})
