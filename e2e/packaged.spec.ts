import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chromium } from '@playwright/test'
import { expect, noSandbox, root, test } from './fixtures'
import { runApp } from './pages/bare-app'

const folder = join(root, 'dist', process.platform === 'linux' ? 'linux-unpacked' : '')
const executable = join(folder, 'variorum')
/** How a fuse reads in the binary: the characters 0 and 1. */
const [off, on] = ['0', '1'].map((digit) => digit.charCodeAt(0))

if (process.platform !== 'linux') console.log('skipped: packaging is tried on Linux alone')
test.skip(process.platform !== 'linux', 'packaging is tried on Linux alone')

test.beforeAll(() => {
  test.setTimeout(240_000)
  execFileSync(process.execPath, [join(root, 'scripts', 'package.mjs'), '--no-build'], { stdio: 'ignore' })
})

test('19. Check which fuses you can change: the packaged app has its fuses set', async () => {
  const fuses = await getCurrentFuseWire(executable)
  const state = (option: FuseV1Options) => fuses[option]
  for (const fuse of [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges
  ])
    expect([FuseV1Options[fuse], state(fuse)]).toEqual([FuseV1Options[fuse], off])
  for (const fuse of [
    FuseV1Options.OnlyLoadAppFromAsar,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.EnableCookieEncryption
  ])
    expect([FuseV1Options[fuse], state(fuse)]).toEqual([FuseV1Options[fuse], on])
})

test('the packaged app opens its window, whatever the environment asks for', async ({ data }) => {
  const mark = join(data, 'ran')
  const script = join(data, 'planted.cjs')
  await writeFile(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'x')`)
  const outcome = await runApp(executable, [...noSandbox, `--user-data-dir=${data}`], {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: `--require ${script}`,
    ELECTRON_RENDERER_URL: 'http://localhost:9/',
    VARIORUM_DEV: '1',
    VARIORUM_HARDENED: '0'
  })
  expect(outcome.opened).toBe(true)
  expect(existsSync(mark)).toBe(false)
})

for (const given of [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--inspect=0',
  '--js-flags=--expose-gc',
  '--renderer-cmd-prefix=/bin/echo',
  '--disable-web-security'
])
  test(`the packaged app refuses ${given}, and says so`, async ({ data }) => {
    const outcome = await runApp(executable, [...noSandbox, given, `--user-data-dir=${data}`])
    expect(outcome).toMatchObject({ opened: false, code: 1 })
    expect(outcome.said).toContain(`does not start with ${given.split('=')[0]}`)
    expect(outcome.said).not.toMatch(/listening on/i)
  })

test('the packaged app opens a text without the repository', async ({ data }) => {
  const app = spawn(inspectable(), [...noSandbox, '--remote-debugging-port=0', `--user-data-dir=${data}`], {
    cwd: data
  })
  try {
    const browser = await chromium.connectOverCDP(await endpointOf(app))
    const context = browser.contexts()[0]
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
    if (!page) throw new Error('the packaged app has no window')
    await page.locator('.open-document', { hasText: 'A Harvest Festival' }).click()
    await expect(page.locator('.text h1')).toHaveText('A Harvest Festival on the Black Soil')
    await page.keyboard.press('Control+k')
    await page.locator('.palette input').fill('About')
    await page.keyboard.press('Enter')
    await expect(page.locator('.licences')).toContainText('prosemirror-view')
    await browser.close()
  } finally {
    const gone = new Promise((resolve) => app.once('exit', resolve))
    app.kill()
    await gone
  }
})

/**
 * The package's own files once more, with the executable under the name that Electron takes for a run of development: the
 * packaged app lets no debugger look into it, this one does.
 */
function inspectable(): string {
  const copy = join(root, 'dist', 'inspectable')
  rmSync(copy, { recursive: true, force: true })
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const target = file === executable ? join(copy, 'electron') : join(copy, file.slice(folder.length))
    mkdirSync(dirname(target), { recursive: true })
    linkSync(file, target)
  }
  return join(copy, 'electron')
}

/** The address at which the app listens for a debugger, as it says on its standard error. */
function endpointOf(app: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    app.stderr?.on('data', (chunk) => {
      said += chunk
      const match = /DevTools listening on (ws:\S+)/.exec(said)
      if (match?.[1]) resolve(match[1])
    })
    app.once('exit', () => reject(new Error(`the packaged app ended at once: ${said.slice(-500)}`)))
  })
}
