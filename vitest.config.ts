import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Style sheets that go into exported pages; others are no part of what runs without a window.
    css: { include: /src\/main\/export\// },
    testTimeout: 30_000
  }
})
