import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './lib/paths.mjs'
import { bin, run } from './lib/run.mjs'
import { say } from './lib/say.mjs'
import { testFolder } from './lib/test-folder.mjs'
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
const environment = { ...process.env, TMPDIR: testFolder() }
const counts = { passed: 0, failed: 0, skipped: 0 }
/** What failed, by name: told again at the end, where the end of a long log is all that is kept. */
const failures = []
/** What passed only when it was tried again. */
const retried = []
/** Examples of property tests are the same in each run, so that a failure comes again. Another seed: VARIORUM_SEED. */
const propertySeed = '20201'

async function step(name, [command, args], options = {}) {
  say(`${name} …`)
  const code = await run(command, args, { cwd: root, ...options })
  if (code !== 0) say(`${name}: failed`)
  return code === 0
}

async function counted(name, command, options) {
  const good = await step(name, command, options)
  counts[good ? 'passed' : 'failed'] += 1
  if (!good) failures.push(name)
  return good
}

/** Adds the figures of a runner's JSON report; a runner that failed without a report is one failure. */
function addReport(name, file, good, read) {
  if (!existsSync(file)) {
    counts.failed += 1
    failures.push(`${name}: no report`)
    return
  }
  const { passed, failed, skipped, failures: named } = read(JSON.parse(readFileSync(file, 'utf8')))
  failures.push(...named)
  counts.passed += passed
  counts.failed += failed
  counts.skipped += skipped
  if (!good && failed === 0) {
    counts.failed += 1
    failures.push(`${name}: ended with an error`)
  }
}

/** The names of the tests of Playwright's suites, which lie in one another, that ended in a way. */
const namesOf = (wanted) =>
  function names({ file, suites = [], specs = [] }) {
    return [
      ...specs.filter(wanted).map(({ title, line }) => `${file}:${line} › ${title}`),
      ...suites.flatMap(names)
    ]
  }
const failedSpecs = namesOf(({ ok }) => !ok)
const retriedSpecs = namesOf(({ tests }) => tests.some(({ status }) => status === 'flaky'))

async function check() {
  await counted('types', bin(root, 'typescript/bin/tsc', ['--noEmit']))
  await counted('lint and format', bin(root, '@biomejs/biome/bin/biome', ['check', '.']))
  await counted('layers and cycles', [process.execPath, [join(root, 'scripts/layers.mjs')]])
  await counted('unused files, exports and libraries', bin(root, 'knip/bin/knip.js', ['--no-progress']))
  const file = join(root, 'test-results', 'unit.json')
  rmSync(file, { force: true })
  const good = await step(
    'unit and property tests',
    bin(root, 'vitest/vitest.mjs', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]),
    { env: { VARIORUM_SEED: propertySeed, ...environment } }
  )
  addReport('unit and property tests', file, good, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
    failures: report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName }) => `${relative(root, name)} › ${fullName}`)
    )
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
      ...environment,
      ...electronEnvironment(electron),
      ...display.env,
      ...(displays && { VARIORUM_TEST_DISPLAYS: displays })
    }
  })
  addReport('the real app', file, good, ({ stats, suites }) => {
    retried.push(...suites.flatMap(retriedSpecs))
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
      failures: suites.flatMap(failedSpecs)
    }
  })
  display.close()
  second?.close()
}

if (part !== 'e2e') await check()
if (part !== 'check') await e2e()
for (const name of retried) say(`passed only when tried again: ${name}`)
for (const failure of failures) say(`failed: ${failure}`)
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`)
process.exit(counts.failed === 0 ? 0 : 1)
