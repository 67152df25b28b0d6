import { existsSync, readFileSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { ensureHardened } from '../scripts/setup/hardened-electron.mjs'
import { expect, noSandbox, root, test } from './fixtures'
import { runApp } from './pages/bare-app'

/** The runtime that `npm start` opens the app with: made from the one that the tests run on. */
async function hardened() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? ''
  const version = readFileSync(join(dist, 'version'), 'utf8').replace(/^v/, '')
  return ensureHardened({ dist, executable: process.env.VARIORUM_ELECTRON ?? '', version, fallback: false })
}

test('19. Check which fuses you can change: those of `npm start` are set', async () => {
  const { executable, dist } = await hardened()
  const wire = await getCurrentFuseWire(executable)
  const state = (option: FuseV1Options) => String.fromCharCode(wire[option] ?? 0)
  expect({
    RunAsNode: state(FuseV1Options.RunAsNode),
    EnableNodeOptionsEnvironmentVariable: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    EnableNodeCliInspectArguments: state(FuseV1Options.EnableNodeCliInspectArguments),
    EnableCookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    GrantFileProtocolExtraPrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges)
  }).toEqual({
    RunAsNode: '0',
    EnableNodeOptionsEnvironmentVariable: '0',
    EnableNodeCliInspectArguments: '0',
    EnableCookieEncryption: '1',
    GrantFileProtocolExtraPrivileges: '0'
  })
  // All but the executable and the start app is the original's.
  const original = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? ''
  if (process.platform === 'linux')
    expect(statSync(join(dist, 'icudtl.dat')).ino).toBe(statSync(join(original, 'icudtl.dat')).ino)
})

test('19. Check which fuses you can change: no code of the environment or the command line runs', async ({
  data
}) => {
  const { executable } = await hardened()
  const mark = join(data, 'ran')
  const script = join(data, 'planted.cjs')
  await writeFile(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'x')`)
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    response.end('<h1>x</h1>')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  try {
    const outcome = await runApp(executable, [...noSandbox, root, `--user-data-dir=${data}`], {
      // As Node it would open no window.
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: `--require ${script}`,
      ELECTRON_RENDERER_URL: `http://127.0.0.1:${port}/`,
      VARIORUM_DEV: '1',
      VARIORUM_HARDENED: '0'
    })
    expect(outcome).toMatchObject({ opened: true })
    expect(existsSync(mark)).toBe(false)
    expect(asked).toBe(0)
  } finally {
    server.close()
  }
})

for (const given of [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--inspect=0',
  '--js-flags=--expose-gc'
])
  test(`19. Check which fuses you can change: \`npm start\` refuses ${given}`, async ({ data }) => {
    const { executable } = await hardened()
    const outcome = await runApp(executable, [...noSandbox, given, root, `--user-data-dir=${data}`])
    expect(outcome).toMatchObject({ opened: false, code: 1 })
    expect(outcome.said).toContain(`does not start with ${given.split('=')[0]}`)
    expect(outcome.said).not.toMatch(/listening on/i)
  })
