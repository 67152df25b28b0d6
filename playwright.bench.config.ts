import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e/bench',
  testMatch: '*.bench.ts',
  workers: 1,
  timeout: 300_000,
  reporter: 'list',
  outputDir: 'test-results/bench'
})
