import { root } from './lib/paths.mjs'
import { bin, run } from './lib/run.mjs'
import { say } from './lib/say.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'

/**
 * `npm run test:crash`: the long forms of the tests that attack the store. One part can be named, and how much of it:
 * `npm run test:crash power 20000`. Each has a variable, by which its test file can be run alone as well:
 *
 * - `kills` (VARIORUM_CRASHES): how often a writing process is killed
 * - `deaths` (VARIORUM_DEATHS): `all`: a process dies at every changing call to the disk, not at some
 * - `power` (VARIORUM_POWER): how many states after a power failure are looked at
 * - `crafted` (VARIORUM_CRAFTED): how many hostile project folders are opened
 * - `records` (VARIORUM_RECORDS): how many odd changes go through the session and back from the disk
 *
 * What fails names its seed: VARIORUM_SEED makes it come again.
 */
const parts = {
  kills: { variable: 'VARIORUM_CRASHES', usual: '500', files: ['src/main/store/crash.test.ts'] },
  deaths: { variable: 'VARIORUM_DEATHS', usual: 'all', files: ['src/main/store/death.test.ts'] },
  power: { variable: 'VARIORUM_POWER', usual: '5000', files: ['src/main/store/power.test.ts'] },
  crafted: { variable: 'VARIORUM_CRAFTED', usual: '1000', files: ['src/main/store/crafted.test.ts'] },
  records: {
    variable: 'VARIORUM_RECORDS',
    usual: '100000',
    files: ['src/main/store/records.test.ts', 'src/main/electron/records.test.ts']
  }
}

await ensureDependencies()
const [given, amount] = process.argv.slice(2)
// A number alone has always meant kills.
const part = given !== undefined && /^\d+$/.test(given) ? 'kills' : given
const known = Object.keys(parts)
if (part !== undefined && !known.includes(part)) {
  process.stderr.write(`There is no part ${part}; there are ${known.join(', ')}.\n`)
  process.exit(2)
}
const failed = []
for (const name of part === undefined ? known : [part]) {
  const { variable, usual, files } = parts[name]
  const value = part === given ? (amount ?? process.env[variable] ?? usual) : given
  say(`${name}: ${variable}=${value} …`)
  const env = { ...process.env, [variable]: value }
  const code = await run(...bin(root, 'vitest/vitest.mjs', ['run', ...files]), { cwd: root, env })
  if (code !== 0) failed.push(name)
}
say(failed.length === 0 ? 'nothing was lost' : `failed: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
