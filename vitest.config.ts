import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { writeCitationStyles } from './scripts/lib/citation-styles.mjs'
import { pageScript } from './scripts/lib/page-script.mjs'

/** What the build puts beside the code, for tests. */
const citationStyles = resolve(import.meta.dirname, 'node_modules/.cache/variorum/citation-styles')
writeCitationStyles(citationStyles)

const testTimeout = 30_000

/** Tests of pure code share their modules: loading them for each file took longer than many of the tests. */
export default defineConfig({
  define: { __CITATION_STYLES__: JSON.stringify(citationStyles) },
  plugins: [pageScript()],
  test: {
    maxWorkers: '100%',
    setupFiles: [resolve(import.meta.dirname, 'scripts/lib/property-seed.ts')],
    projects: [
      {
        extends: true,
        test: { name: 'shared', include: ['src/shared/**/*.test.ts'], isolate: false, testTimeout }
      },
      {
        extends: true,
        test: {
          name: 'main',
          include: ['src/main/**/*.test.ts', 'src/*.test.ts', 'scripts/**/*.test.ts'],
          isolate: false,
          // Style sheets that go into exported pages; others are no part of what runs without a window.
          css: { include: /src\/main\/export\// },
          testTimeout
        }
      },
      {
        extends: true,
        test: {
          name: 'window',
          include: ['src/renderer/**/*.test.ts', 'src/preload/**/*.test.ts'],
          // Style sheets that go into exported pages; others are no part of what runs without a window.
          css: { include: /src\/main\/export\// },
          testTimeout
        }
      }
    ]
  }
})
