import Module, { createRequire, register } from 'node:module'
import { root } from './lib/paths.mjs'

/**
 * `node scripts/layers.mjs`: holds the layers and finds cycles, type imports counted, by the rules in
 * `.dependency-cruiser.cjs`. dependency-cruiser reads TypeScript with the compiler's own parser, which TypeScript 7 no longer
 * offers to programs: it is given the one that comes with ts-morph, under the name that it asks for.
 */
const require = createRequire(import.meta.url)
const { version } = require('@ts-morph/common').ts
const load = Module._load
Module._load = (request, ...rest) =>
  request === 'typescript/package.json' ? { version } : load(request, ...rest)
const parser = `data:text/javascript,${encodeURIComponent(
  `import { createRequire } from 'node:module'
   export default createRequire(${JSON.stringify(import.meta.url)})('@ts-morph/common').ts`
)}`
const hook = `export const resolve = (name, context, next) =>
  name === 'typescript' ? { url: ${JSON.stringify(parser)}, shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(hook)}`)

process.chdir(root)
const { cruise, format } = await import('dependency-cruiser')
const { default: extractTSConfig } = await import('dependency-cruiser/config-utl/extract-ts-config')
const { options, forbidden } = require('../.dependency-cruiser.cjs')
const { output } = await cruise(
  ['src'],
  { ...options, ruleSet: { forbidden }, validate: true },
  {},
  { tsConfig: extractTSConfig('tsconfig.json') }
)
const fewest = 500
if (output.summary.totalCruised < fewest)
  throw new Error(`only ${output.summary.totalCruised} files were read`)
process.stdout.write((await format(output, { outputType: 'err' })).output)
process.exit(output.summary.error > 0 ? 1 : 0)
