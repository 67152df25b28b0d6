import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { writeCitationStyles } from './scripts/lib/citation-styles.mjs'

/** What the build puts beside the code, for tests. */
const citationStyles = resolve(import.meta.dirname, 'node_modules/.cache/variorum/citation-styles')
writeCitationStyles(citationStyles)

export default defineConfig({
  define: { __CITATION_STYLES__: JSON.stringify(citationStyles) },
  test: { include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'], testTimeout: 30_000 }
})
