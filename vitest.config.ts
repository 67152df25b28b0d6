import { defineConfig } from 'vitest/config'
import { pageScript } from './scripts/lib/page-script.mjs'

export default defineConfig({
  plugins: [pageScript()],
  test: { include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'], testTimeout: 30_000 }
})
