import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createProject } from '../../src/main/project/create'
import { openProject } from '../../src/main/project/open'
import { journalLine } from '../../src/main/store/journal-record'
import { coder, makeTheme } from '../../src/shared/testing/sample-records'
import { launch, noSandbox, root } from '../fixtures'
import { row } from './statistics'
import { annotationsIn, countIn, mustHold } from './work-done'

/** Benchmarks print ratios against a floor of the same run; they assert nothing, since the machine may be busy. */
const lines: string[] = []
let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-bench-'))
})
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  console.log(`\n${lines.join('\n')}\n`)
})

test('start: spawn to interactive window', async () => {
  test.setTimeout(300_000)
  const warm = await launch(join(folder, 'data'))
  await warm.desk.waitForLibrary()
  await warm.app.close()
  const empty = join(folder, 'empty')
  await mkdir(empty)
  await writeFile(join(empty, 'package.json'), '{"name":"empty","type":"module","main":"main.mjs"}')
  await writeFile(
    join(empty, 'main.mjs'),
    `import { app, BrowserWindow } from 'electron'
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false })
  window.once('ready-to-show', () => { window.show() })
  window.webContents.once('did-finish-load', () => console.log('INTERACTIVE'))
  window.loadURL('data:text/html,<h1>Empty</h1>')
})`
  )
  const floor: number[] = []
  const own: number[] = []
  for (let i = 0; i < 12; i++) {
    floor.push(await timeToInteractive([empty], join(folder, 'data-empty')))
    own.push(await timeToInteractive([root], join(folder, 'data')))
  }
  lines.push(row('empty Electron window', floor))
  lines.push(row('start to interactive library', own, floor, 'ratio at most 1.3'))
})

/** Milliseconds from spawn until the app says that it is interactive, on its standard output. */
async function timeToInteractive(args: readonly string[], data: string): Promise<number> {
  const start = performance.now()
  const app = spawn(process.env.VARIORUM_ELECTRON ?? '', [...noSandbox, ...args, `--user-data-dir=${data}`], {
    env: { ...process.env, VARIORUM_ANNOUNCE: '1' },
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const took = await new Promise<number>((resolve, reject) => {
    let said = ''
    app.on('exit', (code) => reject(new Error(`it ended before its window stood (${code})`)))
    app.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('INTERACTIVE')) resolve(performance.now() - start)
    })
  })
  const gone = new Promise((resolve) => app.on('exit', resolve))
  app.kill()
  await gone
  return took
}

test('reading: open a document, paint a highlight', async () => {
  const project = join(folder, 'data', 'Northeast bulletins')
  const first = await launch(join(folder, 'data'))
  await first.desk.waitForLibrary()
  await first.app.close()
  // The sample comes with highlights of its own.
  const before = await annotationsIn(project)
  const { app, page, desk } = await launch(join(folder, 'data'))
  await desk.waitForLibrary()
  const opened: number[] = []
  for (let i = 0; i < 20; i++) {
    opened.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const link = [...document.querySelectorAll<HTMLElement>('.open-document')].find((each) =>
              each.textContent?.includes('Province Calls')
            )
            const start = performance.now()
            const watch = new MutationObserver(() => {
              if (!document.querySelector('.text .block')) return
              watch.disconnect()
              requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
            })
            watch.observe(document.body, { childList: true, subtree: true })
            link?.click()
          })
      )
    )
    await desk.go('library')
    await desk.waitForLibrary()
  }
  lines.push(row('open a sample document, click to paint', opened, undefined, 'under 100 ms'))

  await desk.openDocument('Province Calls')
  const painted: number[] = []
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.press('Control+Shift+ArrowRight')
    await page.locator('.selection-bar').waitFor()
    if (!(await page.evaluate(() => getSelection()?.toString().trim()))) continue
    // Armed in the page before the key is pressed; read when the mark is there.
    await page.evaluate(() => {
      const times = { pressed: 0, painted: 0 }
      Reflect.set(window, 'benchTimes', times)
      const before = document.querySelectorAll('.text .mark').length
      document.addEventListener(
        'keydown',
        () => {
          times.pressed = performance.now()
        },
        { capture: true, once: true }
      )
      const watch = new MutationObserver(() => {
        if (document.querySelectorAll('.text .mark').length === before) return
        watch.disconnect()
        times.painted = performance.now()
      })
      const text = document.querySelector('.text')
      if (text) watch.observe(text, { childList: true, subtree: true })
    })
    await page.keyboard.press('h')
    const times = await page.waitForFunction(() => {
      const { pressed, painted: done } = Reflect.get(window, 'benchTimes')
      return done > 0 ? done - pressed : null
    })
    painted.push(Number(await times.jsonValue()))
  }
  await app.close()
  mustHold(painted.length > 40, `highlights made: ${painted.length} of 60`)
  mustHold((await annotationsIn(project)) === before + painted.length, 'every highlight on disk')
  lines.push(row('key to highlight in the page (fsync included)', painted, undefined, 'one frame, 16.7 ms'))
})

test('saving: session.do against a bare append and fsync of the same bytes', async () => {
  const project = join(folder, 'project')
  await createProject(project, 'Bench', coder)
  const opened = await openProject(project)
  if (!opened.ok) throw new Error(opened.error.message)
  const session = opened.value
  const file = await open(join(folder, 'bare.jsonl'), 'w')
  const own: number[] = []
  const floor: number[] = []
  let length = 0
  for (let i = 0; i < 300; i++) {
    const start = performance.now()
    const done = await session.do({ type: 'theme.add', theme: makeTheme(`t${i}`), index: i }, coder.id)
    own.push(performance.now() - start)
    if (!done.ok) throw new Error(done.error.message)
    const bytes = Buffer.from(journalLine(done.value))
    const bare = performance.now()
    await file.write(bytes, 0, bytes.length, length)
    await file.datasync()
    floor.push(performance.now() - bare)
    length += bytes.length
  }
  await file.close()
  await session.close()
  mustHold(
    (await countIn(project, ({ themes }) => Object.keys(themes).length)) === own.length,
    'every theme on disk'
  )
  mustHold((await stat(join(folder, 'bare.jsonl'))).size === length, 'the bare file written')
  lines.push(row('bare append + fsync', floor))
  lines.push(row('session.do acknowledged', own, floor, 'p95 ratio at most 1.3'))
})

test('saving from the window, against an IPC call that appends and fsyncs the same bytes', async () => {
  const { app, page, desk } = await launch(join(folder, 'data'))
  await desk.waitForLibrary()
  await app.evaluate(
    async ({ ipcMain }, path) => {
      const { open: openFile } = process.getBuiltinModule('node:fs/promises')
      const bare = await openFile(path, 'w')
      let at = 0
      ipcMain.removeHandler('variorum:bench')
      const handle = Reflect.get(ipcMain, '_invokeHandlers').get('variorum:call')
      ipcMain.removeHandler('variorum:call')
      ipcMain.handle('variorum:call', async (event, method, input) => {
        if (method !== 'bench.append') return handle(event, method, input)
        const bytes = Buffer.from(`${JSON.stringify(input)}\n`)
        await bare.write(bytes, 0, bytes.length, at)
        await bare.datasync()
        at += bytes.length
        return { ok: true }
      })
    },
    join(folder, 'ipc.jsonl')
  )
  const { own, floor } = await page.evaluate(async () => {
    const call = async (method: string, input: unknown): Promise<{ readonly ok: boolean }> => {
      const sent: unknown = await Reflect.get(window, 'variorum').call(method, input)
      return typeof sent === 'string' ? JSON.parse(sent) : (sent as { readonly ok: boolean })
    }
    const times = { own: [] as number[], floor: [] as number[] }
    for (let i = 0; i < 200; i++) {
      const operation = { type: 'project.rename', name: `Northeast bulletins ${i}` }
      const line = {
        sum: '00000000',
        seq: i,
        time: new Date().toISOString(),
        coder: 'c00000000000',
        kind: 'do',
        operation,
        inverse: operation
      }
      const start = performance.now()
      const done = await call('project.do', operation)
      times.own.push(performance.now() - start)
      const bare = performance.now()
      const appended = await call('bench.append', line)
      times.floor.push(performance.now() - bare)
      if (!done.ok || !appended.ok) throw new Error(JSON.stringify({ done, appended }))
    }
    return times
  })
  lines.push(row('bare IPC + append + fsync', floor))
  lines.push(row('project.do from the window', own, floor, 'p95 ratio at most 1.3'))
  await expect(page.locator('.brand')).toContainText('Northeast bulletins 199')
  await app.close()
  const appended = (await readFile(join(folder, 'ipc.jsonl'), 'utf8')).split('\n').length - 1
  mustHold(appended === own.length, 'every line appended by the floor')
})
