import { expect, it } from 'vitest'
import { adviceOn, isDoubtful } from './sandbox.mjs'

const open = {
  'kernel/apparmor_restrict_unprivileged_userns': null,
  'kernel/unprivileged_userns_clone': null,
  'user/max_user_namespaces': '96364'
}
const ubuntu = { ...open, 'kernel/apparmor_restrict_unprivileged_userns': '1' }
const asUnpacked = { uid: 1000, mode: 0o100755 }
const ready = { uid: 0, mode: 0o104755 }

it('sees no trouble where user namespaces are free', () => {
  expect(isDoubtful(open, asUnpacked)).toBe(false)
  expect(isDoubtful({ ...ubuntu, 'kernel/apparmor_restrict_unprivileged_userns': '0' }, asUnpacked)).toBe(
    false
  )
})

it('doubts the sandbox where the kernel forbids them, until root has given the helper its rights', () => {
  for (const settings of [
    ubuntu,
    { ...open, 'kernel/unprivileged_userns_clone': '0' },
    { ...open, 'user/max_user_namespaces': '0' }
  ]) {
    expect(isDoubtful(settings, asUnpacked)).toBe(true)
    expect(isDoubtful(settings, { uid: 0, mode: 0o100755 })).toBe(true)
    expect(isDoubtful(settings, { uid: 1000, mode: 0o104755 })).toBe(true)
    expect(isDoubtful(settings, null)).toBe(true)
    expect(isDoubtful(settings, ready)).toBe(false)
  }
})

it('says what to do, and never to go without the sandbox', () => {
  expect(adviceOn('/a b/chrome-sandbox')).toContain("sudo chmod 4755 '/a b/chrome-sandbox'")
  expect(adviceOn('/a')).not.toContain('no-sandbox')
})
