import { defineConfig } from '@playwright/test'

/** The pictures of the guide, drawn by the real app: `npm run pictures`. */
export default defineConfig({
  testDir: 'e2e/pictures',
  testMatch: '*.pictures.ts',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  outputDir: 'test-results/pictures'
})
