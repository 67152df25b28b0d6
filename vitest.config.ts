import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { writeCitationStyles } from './scripts/lib/citation-styles.mjs'
import { pageScript } from './scripts/lib/page-script.mjs'

/** What the build puts beside the code, for tests. */
const citationStyles = resolve(import.meta.dirname, 'node_modules/.cache/variorum/citation-styles')
writeCitationStyles(citationStyles)

export default defineConfig({
  define: { __CITATION_STYLES__: JSON.stringify(citationStyles) },
  plugins: [pageScript()],
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Style sheets that go into exported pages; others are no part of what runs without a window.
    css: { include: /src\/main\/export\// },
    testTimeout: 30_000
  }
})
