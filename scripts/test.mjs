import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/paths.mjs'
import { bin, run } from './lib/run.mjs'
import { say } from './lib/say.mjs'
import { ensureDisplay } from './setup/display.mjs'
import { electronEnvironment } from './setup/electron.mjs'
import { setUp } from './setup.mjs'

/**
 * `npm test`: types, lint, layers, unused exports, unit and property tests, build, the real app. `check` stops before the build,
 * `e2e` begins with it. Ends with the plain line `N passed, N failed`.
 */
const [part, ...rest] = process.argv.slice(2)
const electron = await setUp()
say(`Electron ${electron.version}${electron.fallback ? ' (fallback)' : ''}, Node.js ${process.versions.node}`)
const counts = { passed: 0, failed: 0, skipped: 0 }

async function step(name, [command, args], options = {}) {
  say(`${name} …`)
  const code = await run(command, args, { cwd: root, ...options })
  if (code !== 0) say(`${name}: failed`)
  return code === 0
}

async function counted(name, command, options) {
  const good = await step(name, command, options)
  counts[good ? 'passed' : 'failed'] += 1
  return good
}

/** Adds the figures of a runner's JSON report; a runner that failed without a report is one failure. */
function addReport(file, good, read) {
  if (!existsSync(file)) {
    counts.failed += 1
    return
  }
  const { passed, failed, skipped } = read(JSON.parse(readFileSync(file, 'utf8')))
  counts.passed += passed
  counts.failed += failed
  counts.skipped += skipped
  if (!good && failed === 0) counts.failed += 1
}

async function check() {
  await counted('types', bin(root, 'typescript/bin/tsc', ['--noEmit']))
  await counted('lint and format', bin(root, '@biomejs/biome/bin/biome', ['check', '.']))
  await counted('layers and cycles', [process.execPath, [join(root, 'scripts/layers.mjs')]])
  await counted('unused files, exports and libraries', bin(root, 'knip/bin/knip.js', ['--no-progress']))
  const file = join(root, 'test-results', 'unit.json')
  rmSync(file, { force: true })
  const good = await step(
    'unit and property tests',
    bin(root, 'vitest/vitest.mjs', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`])
  )
  addReport(file, good, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests
  }))
}

async function e2e() {
  if (
    !(await counted(
      'build',
      bin(root, 'electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])
    ))
  )
    return
  const display = await ensureDisplay()
  // A second one where there is none of the person's own: tests go on in two windows that cannot take each other's focus.
  const second = display.env.DISPLAY ? await ensureDisplay() : null
  const displays = second ? `${display.env.DISPLAY} ${second.env.DISPLAY}` : undefined
  const file = join(root, 'test-results', 'e2e.json')
  rmSync(file, { force: true })
  const good = await step('the real app', bin(root, '@playwright/test/cli.js', ['test', ...rest]), {
    env: {
      ...process.env,
      ...electronEnvironment(electron),
      ...display.env,
      ...(displays && { VARIORUM_TEST_DISPLAYS: displays })
    }
  })
  addReport(file, good, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped
  }))
  display.close()
  second?.close()
}

if (part !== 'e2e') await check()
if (part !== 'check') await e2e()
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`)
process.exit(counts.failed === 0 ? 0 : 1)
