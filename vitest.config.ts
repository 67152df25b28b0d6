import { defineConfig } from 'vitest/config'
import { pageScript } from './scripts/lib/page-script.mjs'

export default defineConfig({
  plugins: [pageScript()],
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Style sheets that go into exported pages; others are no part of what runs without a window.
    css: { include: /src\/main\/export\// },
    testTimeout: 30_000
  }
})
