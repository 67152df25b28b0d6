import { expect, it } from 'vitest'
import { isHardened, picturePath, refusedSwitch } from './hardening'

const given =
  (...names: readonly string[]) =>
  (name: string) =>
    names.includes(name)

it('is hardened where packaged or started by its own runtime, and the environment cannot loosen it', () => {
  expect(isHardened(true, {})).toBe(true)
  expect(isHardened(true, { VARIORUM_HARDENED: '0' })).toBe(true)
  expect(isHardened(false, { VARIORUM_HARDENED: '1' })).toBe(true)
  expect(isHardened(false, {})).toBe(false)
})

it.each([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'js-flags',
  'require',
  'renderer-cmd-prefix',
  'gpu-launcher',
  'load-extension',
  'disable-web-security',
  'enable-blink-features',
  'enable-experimental-web-platform-features',
  'host-resolver-rules'
])('refuses --%s', (name) => {
  expect(refusedSwitch(given('user-data-dir', name), true)).toBe(name)
})

it('takes what a desk is started with, and leaves the sandbox off for root alone', () => {
  expect(refusedSwitch(given('user-data-dir', 'lang', 'ozone-platform', 'enable-features'), false)).toBeNull()
  expect(refusedSwitch(given('no-sandbox'), true)).toBeNull()
  expect(refusedSwitch(given('no-sandbox'), false)).toBe('no-sandbox')
})

it('writes a picture of the window where start-up asks for one, and never when packaged', () => {
  expect(picturePath(false, { VARIORUM_PICTURE: '/tmp/window.png' })).toBe('/tmp/window.png')
  expect(picturePath(false, {})).toBeNull()
  expect(picturePath(false, { VARIORUM_PICTURE: '' })).toBeNull()
  expect(picturePath(true, { VARIORUM_PICTURE: '/tmp/window.png' })).toBeNull()
})
