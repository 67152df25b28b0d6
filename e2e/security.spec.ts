import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Launched, launch, root, test } from './fixtures'
import { listenForAnything } from './pages/listeners'

/**
 * The twenty points of Electron's security checklist (electronjs.org, tutorial "Security"), each tried in the running app.
 * Points 13 to 16 are tried in security-navigation.spec.ts, the fuses of the runtime and of the package in hardened.spec.ts and packaged.spec.ts.
 */
test.describe("Electron's security checklist", () => {
  let data = ''
  let desk: Launched

  test.beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'variorum-e2e-'))
    desk = await launch(data)
    await desk.desk.waitForLibrary()
  })
  test.afterAll(async () => {
    await desk.app.close()
    await rm(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  })

  /** What Electron itself says of the window. */
  const preferences = () =>
    desk.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      // Not in Electron's typings, but what the renderer was really given.
      return contents ? Reflect.get(contents, 'getLastWebPreferences').call(contents) : null
    })

  test('1. Only load secure content: all comes from the app, and nothing leaves it', async () => {
    const heard = await listenForAnything()
    await desk.page.evaluate(async ({ tcp }) => {
      const at = `127.0.0.1:${tcp}`
      const html = (tag: string, fields: Record<string, string>) =>
        document.head.append(Object.assign(document.createElement(tag), fields))
      for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'stylesheet', 'icon'])
        html('link', { rel, href: `http://${at}/` })
      for (const tag of ['img', 'script', 'iframe', 'audio', 'embed']) html(tag, { src: `http://${at}/` })
      navigator.sendBeacon(`http://${at}/`, 'x')
      new Image().src = `http://${at}/`
      const quietly = (act: () => unknown) => {
        try {
          act()
        } catch {
          // Refused at once.
        }
      }
      quietly(() => new WebSocket(`ws://${at}/`))
      quietly(() => new EventSource(`http://${at}/`))
      await fetch(`http://${at}/`).catch(() => {})
    }, heard.ports)
    expect(await heard.all()).toEqual({ udp: 0, tcp: 0 })
    expect(desk.requests.filter((url) => !/^(app:\/\/variorum\/|http:\/\/127\.0\.0\.1)/.test(url))).toEqual(
      []
    )
  })

  test('1. Only load secure content: WebRTC sends nothing, over UDP or TCP', async () => {
    const heard = await listenForAnything()
    const gathered = await desk.page.evaluate(async ({ udp, tcp }) => {
      const login = { username: 'a', credential: 'b' }
      const connection = new RTCPeerConnection({
        iceServers: [
          { urls: [`stun:127.0.0.1:${udp}`, `stun:localhost:${udp}`] },
          { urls: [`turn:127.0.0.1:${udp}`, `turn:127.0.0.1:${tcp}?transport=tcp`], ...login },
          { urls: [`turn:localhost:${tcp}?transport=tcp`, `turns:127.0.0.1:${tcp}?transport=tcp`], ...login }
        ]
      })
      const candidates: string[] = []
      connection.onicecandidate = ({ candidate }) => candidate && candidates.push(candidate.candidate)
      connection.createDataChannel('x')
      const done = new Promise((resolve) => {
        connection.onicegatheringstatechange = () =>
          connection.iceGatheringState === 'complete' && resolve(null)
      })
      await connection.setLocalDescription(await connection.createOffer())
      await done
      return candidates
    }, heard.ports)
    expect(await heard.all()).toEqual({ udp: 0, tcp: 0 })
    expect(gathered).toEqual([])
  })

  test('2. Do not enable Node.js integration for remote content', async () => {
    const seen = await desk.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in window)
    )
    expect(seen).toEqual([])
    expect(await preferences()).toMatchObject({ nodeIntegration: false, nodeIntegrationInSubFrames: false })
  })

  test('3. Enable context isolation', async () => {
    expect(await preferences()).toMatchObject({ contextIsolation: true })
    await desk.page.evaluate(() => Reflect.set(window, 'planted', true))
    const inPreload = await desk.app.evaluate(({ BrowserWindow }) => {
      const world = 999
      return BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScriptInIsolatedWorld(world, [
        { code: 'typeof planted' }
      ])
    })
    expect(inPreload).toBe('undefined')
  })

  test('4. Enable process sandboxing', async () => {
    expect(await preferences()).toMatchObject({ sandbox: true })
    const pid = await desk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()
    )
    // Root has to start Chromium without its sandbox; for anybody else the kernel filters what the page's process asks.
    if (process.platform === 'linux' && process.getuid?.() !== 0)
      expect(await readFile(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m)
  })

  test('5. Handle session permission requests from remote content', async () => {
    const answers = await desk.page.evaluate(async () => {
      const names = [
        'camera',
        'microphone',
        'geolocation',
        'notifications',
        'clipboard-read',
        'clipboard-write',
        'midi',
        'persistent-storage',
        'storage-access'
      ]
      const states = await Promise.all(
        names.map((name) =>
          navigator.permissions
            .query({ name: name as PermissionName })
            .then(({ state }) => `${name} ${state}`)
        )
      )
      const refused = (promise: Promise<unknown>) =>
        promise.then(
          () => 'given',
          () => 'refused'
        )
      return {
        granted: states.filter((line) => !line.endsWith(' denied')),
        media: await refused(navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
        display: await refused(navigator.mediaDevices.getDisplayMedia()),
        clipboard: await refused(navigator.clipboard.readText()),
        notification: await Notification.requestPermission()
      }
    })
    expect(answers).toEqual({
      granted: [],
      media: 'refused',
      display: 'refused',
      clipboard: 'refused',
      notification: 'denied'
    })
  })

  test('6. Do not disable webSecurity', async () => {
    expect(await preferences()).toMatchObject({ webSecurity: true })
  })

  test('7. Define a Content Security Policy', async () => {
    const policy = await desk.app.evaluate(async ({ net }) =>
      (await net.fetch('app://variorum/index.html')).headers.get('content-security-policy')
    )
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe-')
    const ran = await desk.page.evaluate(async () => {
      const outcome: Record<string, string> = {}
      const attempt = (name: string, act: () => unknown) => {
        try {
          act()
          outcome[name] = 'ran'
        } catch {
          outcome[name] = 'refused'
        }
      }
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.body.append(script)
      outcome.inline = 'injected' in window ? 'ran' : 'refused'
      // Out of the debugger's own call, in which it lets a page evaluate.
      await new Promise((next) => setTimeout(next))
      attempt('eval', () => Reflect.get(window, 'eval')('1'))
      attempt('function', () => new Function('return 1')())
      const wasm = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])
      attempt('wasm', () => new WebAssembly.Module(wasm))
      const blob = URL.createObjectURL(new Blob(['window.blobbed = true'], { type: 'text/javascript' }))
      outcome.blob = await import(/* @vite-ignore */ blob).then(
        () => 'ran',
        () => 'refused'
      )
      return outcome
    })
    expect(ran).toEqual({
      inline: 'refused',
      eval: 'refused',
      function: 'refused',
      wasm: 'refused',
      blob: 'refused'
    })
  })

  test('8. Do not enable allowRunningInsecureContent', async () => {
    expect(await preferences()).toMatchObject({ allowRunningInsecureContent: false })
  })

  test('9. Do not enable experimental features', async () => {
    expect(await preferences()).toMatchObject({ experimentalFeatures: false })
  })

  test('10. Do not use enableBlinkFeatures', async () => {
    expect((await preferences()).enableBlinkFeatures || '').toBe('')
    const switches = await desk.app.evaluate(({ app }) =>
      ['enable-blink-features', 'enable-experimental-web-platform-features'].filter((name) =>
        app.commandLine.hasSwitch(name)
      )
    )
    expect(switches).toEqual([])
  })

  test('11. Do not use allowpopups for WebViews: there are none', async () => {
    expect(await preferences()).toMatchObject({ webviewTag: false })
    await desk.page.evaluate(() => {
      const view = document.createElement('webview')
      view.setAttribute('allowpopups', '')
      view.setAttribute('src', 'app://variorum/index.html')
      document.body.append(view)
    })
    expect(await desk.page.evaluate(() => 'loadURL' in document.createElement('webview'))).toBe(false)
    expect(await desk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  })

  test('12. Verify WebView options before creation: none is attached', async () => {
    const prevented = await desk.app.evaluate(({ BrowserWindow }) => {
      let stopped = false
      const event = {
        preventDefault: () => {
          stopped = true
        }
      }
      BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', event, {}, {})
      return stopped
    })
    expect(prevented).toBe(true)
  })

  test('17. Validate the sender of all IPC messages', async () => {
    const answer = await desk.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
        await stranger.loadURL('app://variorum/index.html')
        const heard = await stranger.webContents.executeJavaScript("variorum.call('app.start', null)")
        stranger.destroy()
        return heard
      },
      join(root, 'out', 'preload', 'index.cjs')
    )
    expect(JSON.parse(String(answer))).toMatchObject({
      ok: false,
      error: { key: 'badRequest', params: { reason: 'sender' } }
    })
    const inFrame = await desk.page.evaluate(() => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const found = frame.contentWindow !== null && 'variorum' in frame.contentWindow
      frame.remove()
      return found
    })
    expect(inFrame).toBe(false)
  })

  test('17. Validate the sender of all IPC messages: one that does not fit its schema changes nothing', async () => {
    const call = (method: string, input: unknown) =>
      desk.page.evaluate(([name, payload]) => Reflect.get(window, 'variorum').call(name, payload), [
        method,
        input
      ] as const)
    const bad: readonly (readonly [string, unknown])[] = [
      ['project.do', { type: 'theme.add' }],
      ['project.do', { type: 'project.create', info: {} }],
      ['toString', null],
      ['no.such', null],
      ['document.subscribe', '../../etc/passwd'],
      ['compare.rows', { documents: [], known: null }]
    ]
    for (const [method, input] of bad) {
      const answer: { ok: boolean; error: { key: string } } = JSON.parse(String(await call(method, input)))
      expect([method, answer.ok, answer.error.key]).toEqual([method, false, 'badRequest'])
    }
  })

  test('18. Avoid usage of the file:// protocol and prefer usage of custom protocols', async () => {
    expect(new URL(desk.page.url()).protocol).toBe('app:')
    const served = await desk.app.evaluate(async ({ net }) => {
      const statuses: Record<string, number> = {}
      for (const path of [
        'index.html',
        '../../package.json',
        '..%2f..%2fpackage.json',
        '%2e%2e/main/index.js'
      ])
        statuses[path] = (await net.fetch(`app://variorum/${path}`)).status
      statuses.elsewhere = (await net.fetch('app://elsewhere/index.html')).status
      return statuses
    })
    expect(served).toEqual({
      'index.html': 200,
      '../../package.json': 404,
      '..%2f..%2fpackage.json': 404,
      '%2e%2e/main/index.js': 404,
      elsewhere: 404
    })
    const file = await desk.page.evaluate(async () =>
      fetch('file:///etc/hostname').then(
        () => 'read',
        () => 'refused'
      )
    )
    expect(file).toBe('refused')
  })

  test('20. Do not expose Electron APIs to untrusted web content', async () => {
    const seen = await desk.page.evaluate(async () => {
      const bridge = Reflect.get(window, 'variorum')
      const shape = Object.entries(bridge).map(([name, value]) => `${name}: ${typeof value}`)
      const heard: unknown[][] = []
      const stop = bridge.on((...args: unknown[]) => heard.push(args.map((arg) => typeof arg)))
      await bridge.call('app.setPreferences', { outline: true })
      stop()
      return {
        shape: shape.sort(),
        frozen: !Reflect.set(window, 'variorum', {}),
        leaked: ['electron', 'ipcRenderer', 'ipc'].filter((name) => name in window),
        arguments: heard.filter((args) => args.length !== 2)
      }
    })
    expect(seen).toEqual({
      shape: ['call: function', 'on: function'],
      frozen: true,
      leaked: [],
      arguments: []
    })
  })
})
