import { build } from 'vite'

const query = '?page-script'

/**
 * `import source from './page/index.ts?page-script'` gives the module, with all that it imports, as the source of one small
 * script for a page: for pages that are written to files and run without the app.
 */
export function pageScript() {
  return {
    name: 'page-script',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!id.endsWith(query)) return undefined
      const found = await this.resolve(id.slice(0, -query.length), importer, { skipSelf: true })
      return found ? `\0${found.id}${query}` : undefined
    },
    async load(id) {
      if (!id.startsWith('\0') || !id.endsWith(query)) return undefined
      const { source, files } = await scriptOf(id.slice(1, -query.length))
      for (const file of files) this.addWatchFile(file)
      return `export default ${JSON.stringify(source)}`
    }
  }
}

async function scriptOf(entry) {
  const [made] = [
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        write: false,
        minify: true,
        // Whoever is sent a page may have an older browser.
        target: 'es2020',
        lib: { entry, formats: ['iife'], name: 'page', fileName: 'page' }
      }
    })
  ].flat()
  const [chunk] = made.output
  return { source: chunk.code.trim(), files: chunk.moduleIds.filter((file) => !file.startsWith('\0')) }
}
