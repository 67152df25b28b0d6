import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Launched, launch, root, test } from './fixtures'

/**
 * Points 13 to 16 of Electron's security checklist: where a window may go, what it may open, and in which Electron. The others are tried
 * in security.spec.ts.
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

  const isHome = () => expect.poll(() => desk.page.url()).toMatch(/^app:\/\/variorum\/index\.html(#.*)?$/)

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
