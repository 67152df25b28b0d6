import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Launched, launch, root, test } from './fixtures'
import { listenForAnything } from './pages/listeners'

/**
 * The twenty points of Electron's security checklist (electronjs.org, tutorial "Security"), each tried in the running app.
 * The fuses of the runtime and of the package are tried in hardened.spec.ts and packaged.spec.ts.
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
  const isHome = () => expect.poll(() => desk.page.url()).toMatch(/^app:\/\/variorum\/index\.html(#.*)?$/)

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

  for (const address of [
    'about:blank',
    'about:blank#x',
    'about:srcdoc',
    'data:text/html,<h1>x</h1>',
    'javascript:document.write(1)',
    'blob',
    'file:///etc/passwd',
    'https://example.org/',
    'chrome://gpu/',
    'app://variorum/third-party-notices.txt',
    'app://elsewhere/index.html'
  ])
    test(`13. Disable or limit navigation: ${address}`, async () => {
      await desk.page.evaluate(() => Reflect.set(window, 'still', 'here'))
      await desk.page.evaluate(async (url) => {
        const page = new Blob(['<h1>x</h1>'], { type: 'text/html' })
        const target = url === 'blob' ? URL.createObjectURL(page) : url
        const go = (act: () => void) => {
          try {
            act()
          } catch {
            // Refused at once.
          }
        }
        go(() => location.assign(target))
        go(() => void window.open(target, '_self'))
        const link = Object.assign(document.createElement('a'), { href: target })
        document.body.append(link)
        link.click()
        link.remove()
        const frame = document.createElement('iframe')
        document.body.append(frame)
        go(() => frame.contentWindow?.parent.location.assign(target))
        frame.remove()
        // A page that is being left does not live to hear these answers.
        for (let i = 0; i < 20; i++) await Reflect.get(window, 'variorum').call('app.start', null)
      }, address)
      expect(await desk.page.evaluate(() => Reflect.get(window, 'still'))).toBe('here')
      await isHome()
    })

  test('13. Disable or limit navigation: a window that came elsewhere after all goes home', async () => {
    for (const address of ['about:blank', 'about:srcdoc', 'data:text/html,x']) {
      await desk.app.evaluate(
        ({ BrowserWindow }, url) =>
          BrowserWindow.getAllWindows()[0]
            ?.loadURL(url)
            .catch(() => {}),
        address
      )
      await isHome()
      await desk.desk.waitForLibrary()
    }
  })

  test('13. Disable or limit navigation: the page may load itself again', async () => {
    await desk.page.evaluate(() => Reflect.set(window, 'still', 'here'))
    const loaded = desk.page.waitForEvent('load')
    await desk.page.evaluate(() => setTimeout(() => location.reload()))
    await loaded
    await desk.desk.waitForLibrary()
    expect(await desk.page.evaluate(() => 'still' in window)).toBe(false)
  })

  test('13. Disable or limit navigation: nothing is downloaded', async () => {
    await desk.app.evaluate(({ session }) => {
      const begun: string[] = []
      Reflect.set(globalThis, 'begun', begun)
      session.defaultSession.on('will-download', (event, item) => {
        begun.push(`${item.getURL().slice(0, 5)} ${event.defaultPrevented ? 'prevented' : 'begun'}`)
      })
    })
    const begun = () => desk.app.evaluate(() => Reflect.get(globalThis, 'begun'))
    await desk.page.evaluate(async () => {
      const link = Object.assign(document.createElement('a'), { href: 'data:text/plain,x', download: 'x.sh' })
      document.body.append(link)
      link.click()
      link.remove()
      for (let i = 0; i < 20; i++) await Reflect.get(window, 'variorum').call('app.start', null)
    })
    expect(await begun()).toEqual([])
    await desk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.downloadURL('data:text/plain,x')
    )
    await expect.poll(begun).toEqual(['data: prevented'])
  })

  test('14. Disable or limit creation of new windows', async () => {
    const opened = await desk.page.evaluate(() =>
      [
        'about:blank',
        '',
        'app://variorum/index.html',
        'data:text/html,x',
        'javascript:1',
        'file:///etc/passwd'
      ]
        .map((url) => window.open(url))
        .filter((other) => other !== null)
    )
    expect(opened).toEqual([])
    expect(desk.app.windows()).toHaveLength(1)
    expect(await desk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  })

  test('15. Do not use shell.openExternal with untrusted content: it asks, in the language of the desk', async () => {
    // The system's own dialog and browser stand outside the app: what they are asked is written down.
    await desk.app.evaluate(({ dialog, shell }) => {
      const asked: unknown[] = []
      Reflect.set(globalThis, 'asked', asked)
      const answers = [1, 1, 0]
      Reflect.set(dialog, 'showMessageBox', async (options: Electron.MessageBoxOptions) => {
        asked.push([options.message, options.detail, ...(options.buttons ?? [])])
        return { response: answers.shift() ?? 1, checkboxChecked: false }
      })
      Reflect.set(shell, 'openExternal', async (url: string) => void asked.push(`opened ${url}`))
    })
    const open = (...urls: readonly string[]) =>
      desk.page.evaluate((all) => {
        for (const url of all) window.open(url)
      }, urls)
    const asked = () => desk.app.evaluate(() => Reflect.get(globalThis, 'asked'))
    const speak = (language: string) =>
      desk.page.evaluate(
        (chosen) => Reflect.get(window, 'variorum').call('app.setPreferences', { language: chosen }),
        language
      )
    await open(
      'file:///etc/passwd',
      'smb://example.org/share',
      'mailto:a@example.org',
      'https://example.org/a'
    )
    const english = [
      'Open this address in your browser?',
      'https://example.org/a',
      'Open in the browser',
      'Cancel'
    ]
    await expect.poll(asked).toEqual([english])
    await speak('zh-CN')
    await open('https://example.org/b')
    const chinese = ['要在浏览器中打开这个网址吗？', 'https://example.org/b', '在浏览器中打开', '取消']
    await expect.poll(asked).toEqual([english, chinese])
    await speak('en')
    await open('https://example.org/c')
    await expect.poll(asked).toContain('opened https://example.org/c')
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
    expect(answer).toMatchObject({ ok: false, error: { key: 'badRequest', params: { reason: 'sender' } } })
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
      const answer = (await call(method, input)) as { ok: boolean; error: { key: string } }
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

test('16. Use a current version of Electron: a window says so where it is an older one', async ({ data }) => {
  const wanted = JSON.parse(await readFile(join(root, 'node_modules/electron/package.json'), 'utf8')).version
  const { app, page, desk } = await launch(data, [], { warns: true })
  await desk.waitForLibrary()
  const running = await app.evaluate(() => process.versions.electron ?? '')
  const [runs, wants] = [running, wanted].map((version: string) => Number.parseInt(version, 10))
  const notice = page.locator('.engine-notice')
  const older = (runs ?? 0) < (wants ?? 0)
  await expect(notice).toHaveCount(older ? 1 : 0)
  if (older) {
    await expect(notice).toContainText(`Electron ${runs} runs instead of ${wants}`)
    await notice.getByRole('button', { name: 'About Variorum' }).click()
    await expect(page.getByRole('dialog')).toContainText(`Electron ${runs} runs instead of ${wants}`)
    await page.keyboard.press('Escape')
    await notice.getByRole('button', { name: 'Hide until the next start' }).click()
    await expect(notice).toHaveCount(0)
  }
  await app.close()
})

test('16. Use a current version of Electron: a foreign page is not loaded in its place', async ({ data }) => {
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    response.end('<h1>x</h1>')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  process.env.ELECTRON_RENDERER_URL = `http://127.0.0.1:${port}/`
  try {
    const { app, page, desk } = await launch(data)
    await desk.waitForLibrary()
    expect(page.url()).toMatch(/^app:/)
    await app.close()
    expect(asked).toBe(0)
  } finally {
    delete process.env.ELECTRON_RENDERER_URL
    server.close()
  }
})
