import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chromium } from '@playwright/test'
import { expect, noSandbox, root, test } from './fixtures'

const folder = join(root, 'dist', process.platform === 'linux' ? 'linux-unpacked' : '')
const executable = join(folder, 'variorum')
/** How a fuse reads in the binary: the characters 0 and 1. */
const [off, on] = ['0', '1'].map((digit) => digit.charCodeAt(0))

test('the packaged app has its fuses set, and opens a text without the repository', async ({ data }) => {
  if (process.platform !== 'linux') console.log('skipped: packaging is tried on Linux alone')
  test.skip(process.platform !== 'linux', 'packaging is tried on Linux alone')
  test.setTimeout(240_000)
  execFileSync(process.execPath, [join(root, 'scripts', 'package.mjs'), '--no-build'], { stdio: 'ignore' })
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

  const app = spawn(executable, [...noSandbox, '--remote-debugging-port=0', `--user-data-dir=${data}`], {
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
