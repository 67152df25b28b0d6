import { root } from './lib/paths.mjs'
import { bin, run } from './lib/run.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'

/** `npm run test:crash`: the long form of the crash test. The number of kills can be given; 500 otherwise. */
await ensureDependencies()
const [kills = '500'] = process.argv.slice(2)
const code = await run(...bin(root, 'vitest/vitest.mjs', ['run', 'src/main/store/crash.test.ts']), {
  cwd: root,
  env: { ...process.env, VARIORUM_CRASHES: kills }
})
process.exit(code)
