import Module, { createRequire, register } from 'node:module'
import { pathToFileURL } from 'node:url'
import { root } from './lib/paths.mjs'

/**
 * `node scripts/layers.mjs`: holds the layers and finds cycles, type imports counted, by the rules in
 * `.dependency-cruiser.cjs`. dependency-cruiser reads TypeScript with the compiler's own parser, which TypeScript 7 no longer
 * offers to programs: it is given version 5, installed beside it, under the name that it asks for.
 */
const standIn = 'typescript-for-layers'
const resolve = Module._resolveFilename
Module._resolveFilename = (request, ...rest) =>
  resolve(/^typescript(?=\/|$)/.test(request) ? request.replace('typescript', standIn) : request, ...rest)
const compiler = pathToFileURL(createRequire(import.meta.url).resolve(standIn)).href
const hook = `export const resolve = (name, context, next) =>
  name === 'typescript' ? { url: ${JSON.stringify(compiler)}, shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(hook)}`)

process.chdir(root)
const { cruise, format } = await import('dependency-cruiser')
const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
const { extractTSConfig } = { extractTSConfig: (await import('dependency-cruiser/config-utl/extract-ts-config')).default }
const { output } = await cruise(
  ['src'],
  { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true },
  {},
  { tsConfig: extractTSConfig('tsconfig.json') }
)
if (output.summary.totalCruised < 500) throw new Error(`only ${output.summary.totalCruised} files were read`)
process.stdout.write((await format(output, { outputType: 'err' })).output)
process.exit(output.summary.error > 0 ? 1 : 0)
