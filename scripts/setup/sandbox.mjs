import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isRoot } from '../lib/paths.mjs'
import { stop } from '../lib/say.mjs'

const trialMilliseconds = 10_000

/** Settings of the kernel that forbid unprivileged user namespaces, and the value that does. */
const restrictions = {
  'kernel/apparmor_restrict_unprivileged_userns': '1',
  'kernel/unprivileged_userns_clone': '0',
  'user/max_user_namespaces': '0'
}

/**
 * Foresees that Chromium's sandbox cannot start: an ordinary user, no user namespaces, and no helper that root has given its
 * rights. Chromium would end with a crash; here one sentence says what to do. Where the kernel's settings make it doubtful,
 * the runtime itself is asked (a profile of AppArmor may allow it).
 *
 * @param {string} executable the runtime that is about to start
 * @param {Record<string, string>} env what is added to its environment
 */
export function foreseeSandbox(executable, env) {
  if (process.platform !== 'linux' || isRoot) return
  const helper = join(dirname(executable), 'chrome-sandbox')
  const settings = Object.fromEntries(Object.keys(restrictions).map((name) => [name, settingOf(name)]))
  if (!isDoubtful(settings, helperStateOf(helper)) || startsSandboxed(executable, env)) return
  stop(adviceOn(helper))
}

/**
 * Whether the sandbox may be unable to start.
 *
 * @param {Record<string, string | null>} settings the kernel's settings by name; null where this kernel has none
 * @param {{uid: number, mode: number} | null} helper owner and mode of `chrome-sandbox`
 */
export function isDoubtful(settings, helper) {
  const ready = helper !== null && helper.uid === 0 && (helper.mode & 0o7777) === 0o4755
  return !ready && Object.entries(restrictions).some(([name, value]) => settings[name] === value)
}

export function adviceOn(helper) {
  return `this system forbids the user namespaces that Chromium's sandbox is made of, so its helper needs root's rights. Run this once, then start again:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`
}

function settingOf(name) {
  try {
    return readFileSync(join('/proc/sys', name), 'utf8').trim()
  } catch {
    return null
  }
}

function helperStateOf(helper) {
  try {
    const { uid, mode } = statSync(helper)
    return { uid, mode }
  } catch {
    return null
  }
}

function startsSandboxed(executable, env) {
  const { status } = spawnSync(executable, ['-v'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
    timeout: trialMilliseconds
  })
  return status === 0
}
