/**
 * fflate makes a `require` of its own at the top of its module, and so does electron-vite in every chunk that speaks of one:
 * a chunk with both does not load. Its own gets another name.
 */
export function fflateRequire() {
  return {
    name: 'fflate-require',
    transform(code, id) {
      if (!/[\\/]fflate[\\/]esm[\\/]index\.mjs$/.test(id)) return null
      const renamed = code
        .replace("var require = createRequire('/')", "var requireModule = createRequire('/')")
        .replace("_a = require('worker_threads')", "_a = requireModule('worker_threads')")
      if (renamed.split('requireModule').length !== 3)
        this.error('fflate is not as it was: look at its require')
      return { code: renamed, map: null }
    }
  }
}
