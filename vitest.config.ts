import { defineConfig } from 'vitest/config'

const testTimeout = 30_000

/** Tests of pure code share their modules: loading them for each file took longer than many of the tests. */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      { test: { name: 'shared', include: ['src/shared/**/*.test.ts'], isolate: false, testTimeout } },
      {
        test: {
          name: 'app',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['src/shared/**', '**/node_modules/**'],
          testTimeout
        }
      }
    ]
  }
})
