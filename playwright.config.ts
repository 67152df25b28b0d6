import { defineConfig } from '@playwright/test'
import { displays } from './e2e/displays'

/** The real app in real windows, one at a time on each display: `npm test` gives two, one for each of two cores. */
export default defineConfig({
  testDir: 'e2e',
  workers: displays.length,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  /** A test that fails is tried once more; `npm test` names what needed it, so that it is looked into. */
  retries: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  outputDir: 'test-results/e2e'
})
