import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { chineseLexicon } from './scripts/lib/chinese-lexicon.mjs'
import { citationStyles } from './scripts/lib/citation-styles.mjs'
import { fflateRequire } from './scripts/lib/fflate-require.mjs'
import { firstFontsPreload } from './scripts/lib/first-fonts.mjs'
import { pageScript } from './scripts/lib/page-script.mjs'
import { pdfCharacterMaps } from './scripts/lib/pdf-character-maps.mjs'
import { thirdPartyNotices } from './scripts/third-party-notices.mjs'

const { version: wantedElectron } = createRequire(import.meta.url)('electron/package.json')
const { version: appVersion } = createRequire(import.meta.url)('./package.json')
const noNetwork = resolve(import.meta.dirname, 'src/main/import/no-network.ts')

/**
 * Three builds. Everything is bundled, so the packaged app carries no node_modules and starts quickly.
 * `main` also builds the headless command and the two helpers that run in processes of their own.
 */
export default defineConfig({
  main: {
    define: {
      __WANTED_ELECTRON__: JSON.stringify(wantedElectron),
      __APP_VERSION__: JSON.stringify(appVersion)
    },
    resolve: { alias: { 'sync-fetch': noNetwork, 'node-fetch': noNetwork } },
    plugins: [
      thirdPartyNotices(),
      chineseLexicon(),
      pdfCharacterMaps(),
      citationStyles(),
      pageScript(),
      fflateRequire()
    ],
    build: {
      minify: true,
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: resolve(import.meta.dirname, 'src/main/index.ts'),
          cli: resolve(import.meta.dirname, 'src/main/cli.ts'),
          'print-process': resolve(import.meta.dirname, 'src/main/electron/print-process.ts'),
          'parse-process': resolve(import.meta.dirname, 'src/main/import/parse-process.ts'),
          'export-thread': resolve(import.meta.dirname, 'src/main/export/writing/export-thread.ts'),
          'concordance-thread': resolve(import.meta.dirname, 'src/main/concordance/concordance-thread.ts'),
          'formula-thread': resolve(import.meta.dirname, 'src/main/formulae/formula-thread-entry.ts'),
          'work-thread': resolve(import.meta.dirname, 'src/main/workers/work-thread.ts')
        },
        external: ['canvas'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' }
      }
    }
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(import.meta.dirname, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), firstFontsPreload(), thirdPartyNotices({ emit: true })],
    build: {
      target: 'chrome130',
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: resolve(import.meta.dirname, 'src/renderer/index.html') },
        // One file for all that the first picture needs: each file costs a round trip to the main process, which is booting.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } }
      }
    }
  }
})
