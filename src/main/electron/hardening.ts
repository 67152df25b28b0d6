/** Switches that let somebody look into the app or steer it. */
const debugging = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-socket-name',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-wait',
  'inspect-port',
  'inspect-publish-uid',
  'debug',
  'debug-brk',
  'debug-port',
  'auto-open-devtools-for-tabs'
]

/** Switches that run other code within the app or beside it. */
const foreignCode = [
  'js-flags',
  'r',
  'require',
  'import',
  'load-extension',
  'gpu-launcher',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'ppapi-plugin-launcher',
  'browser-subprocess-path'
]

/** Switches that take a protection away. (`allow-file-access-from-files` is not among them: Electron gives it itself.) */
const unprotected = [
  'disable-web-security',
  'disable-site-isolation-trials',
  'disable-seccomp-filter-sandbox',
  'disable-gpu-sandbox',
  'single-process',
  'allow-running-insecure-content',
  'enable-blink-features',
  'enable-experimental-web-platform-features',
  'use-fake-ui-for-media-stream',
  'ignore-certificate-errors',
  'host-resolver-rules'
]

/**
 * Whether this run is one that a person works with: the packaged app, or the runtime of `npm start`, whose start app
 * says so. The environment can only make a run stricter.
 */
export function isHardened(
  packaged: boolean,
  environment: Readonly<Record<string, string | undefined>>
): boolean {
  return packaged || environment.VARIORUM_HARDENED === '1'
}

/**
 * Where a picture of the window is to be written: start-up asks for one where nobody sees the screen. The packaged app
 * writes none, since anybody may set its environment.
 */
export function picturePath(
  packaged: boolean,
  environment: Readonly<Record<string, string | undefined>>
): string | null {
  return packaged ? null : environment.VARIORUM_PICTURE || null
}

/**
 * The first switch on the command line that a hardened run does not take, without its dashes; null where there is none.
 *
 * @param isGiven whether a switch stands on the command line
 * @param isRoot root has to start Chromium without its sandbox, nobody else may
 */
export function refusedSwitch(isGiven: (name: string) => boolean, isRoot: boolean): string | null {
  const refused = [...debugging, ...foreignCode, ...unprotected, ...(isRoot ? [] : ['no-sandbox'])]
  return refused.find(isGiven) ?? null
}
