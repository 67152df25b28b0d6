import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../shared/ipc/answers'
import type { ImportFile } from '../../shared/ipc/import-answers'
import type { Result } from '../../shared/model/result'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { addText, paragraphs } from './testing/add-text'
import { type HeardClient, makeHost } from './testing/make-host'

interface Window {
  readonly client: HeardClient
  readonly call: (method: string, input: unknown) => Promise<Result<unknown>>
}

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let one: Window
let other: Window
let folder: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-windows-'))
  folder = join(home, 'project')
  await createProject(folder, 'Windows', coder)
  made = await makeHost(home, { readClipboard: () => Promise.resolve('Pasted words of some length.') })
  one = made.addWindow()
  other = made.addWindow()
  await one.call('project.open', { folder, how: 'write' })
})

afterEach(async () => {
  await made.host.close()
  await rm(home, { recursive: true, force: true })
})

async function file(name: string, text: string): Promise<string> {
  const path = join(home, name)
  await writeFile(path, text)
  return path
}

/** What was answered, where it was not refused. */
async function answered<M extends 'import.read' | 'import.commit' | 'import.paste' | 'import.files'>(
  window: Window,
  method: M,
  input: unknown
): Promise<Extract<Answer<M>, { ok: true }>['value']> {
  const answer = (await window.call(method, input)) as Answer<M>
  if (!answer.ok) throw new Error(answer.error.message)
  return (answer as Extract<Answer<M>, { ok: true }>).value
}

const pending = (window: Window) => answered(window, 'import.files', { after: 0 })

function choices(files: readonly ImportFile[]) {
  const texts = files.flatMap(({ key, reading, parsed }) => {
    if (!parsed) return []
    const { title, language, published, event, publisher, source, credit, rendering, attributes } = parsed
    const stated = { title, language, published, event, publisher, source, credit, rendering, attributes }
    const about = { ...stated, csl: parsed.csl, proposed: [...parsed.proposed] }
    return [{ key, reading, metadata: { ...about, notes: '' }, work: null, furniture: [] }]
  })
  return { texts, sidecars: [] }
}

const titles = () => {
  const { session } = made.host
  return session.ok ? [...session.value.state.documents.values()].map(({ title }) => title).sort() : []
}
const temporary = async () =>
  (await readdir(tmpdir())).filter((each) =>
    new RegExp(`^variorum-(archive|pasted)-${process.pid}-`).test(each)
  )

/** Holds the reading of a file up; resolves when it has begun. */
function holdUp(name: string) {
  let goOn = () => {}
  const going = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const begun = new Promise<void>((resolve) => {
    made.parsing.before = async (path) => {
      if (!path.endsWith(name)) return
      resolve()
      await going
    }
  })
  return { begun, goOn }
}

describe('two windows that import at the same time', () => {
  it('each look over and bring in what they read', async () => {
    await answered(one, 'import.read', [await file('first.txt', 'first')])
    await answered(other, 'import.read', [await file('second.txt', 'second')])
    const [mine, theirs] = [await pending(one), await pending(other)]
    expect([mine, theirs].map((files) => files.map(({ name }) => name))).toEqual([
      ['first.txt'],
      ['second.txt']
    ])
    await answered(one, 'import.commit', choices(mine))
    expect(await pending(one)).toEqual([])
    expect(await pending(other)).toHaveLength(1)
    await answered(other, 'import.commit', choices(theirs))
    expect(titles()).toEqual(['first', 'second'])
  })

  it('keep their own where the other gives its import up, read or being read', async () => {
    await answered(other, 'import.read', [await file('ready.txt', 'What was read already.')])
    const { begun, goOn } = holdUp('slow.txt')
    const reading = answered(one, 'import.read', [await file('slow.txt', 'Slow words of a text.')])
    await begun
    expect((await other.call('import.cancel', null)).ok).toBe(true)
    expect(await pending(other)).toEqual([])
    goOn()
    expect(await reading).toMatchObject({ files: 1 })
    expect((await pending(one)).map(({ error }) => error)).toEqual([null])
  })

  it('one that gives up while its file is read does not keep the other waiting, nor spoil its file', async () => {
    const { begun } = holdUp('stuck.txt')
    const stuck = answered(one, 'import.read', [await file('stuck.txt', 'Stuck words of a text.')])
    await begun
    const waiting = answered(other, 'import.read', [await file('behind.txt', 'Words behind it.')])
    await one.call('import.cancel', null)
    expect(await stuck).toMatchObject({ files: 0 })
    expect(await waiting).toMatchObject({ files: 1 })
    expect((await pending(other)).map(({ name, error }) => [name, error])).toEqual([['behind.txt', null]])
    expect(await pending(one)).toEqual([])
  })

  it('one that gives up before its turn is answered at once', async () => {
    const { begun, goOn } = holdUp('stuck.txt')
    const stuck = answered(one, 'import.read', [await file('stuck.txt', 'Stuck words of a text.')])
    await begun
    const waiting = answered(other, 'import.read', [await file('behind.txt', 'Words behind it.')])
    await other.call('import.cancel', null)
    expect(await waiting).toMatchObject({ files: 0 })
    goOn()
    expect(await stuck).toMatchObject({ files: 1 })
    expect(made.parsing.started).toBe(1)
  })

  it('have what they unpacked and pasted until their own import is over', async () => {
    const before = await temporary()
    const archive = join(home, 'texts.zip')
    await writeFile(archive, zipSync({ 'inside.txt': new TextEncoder().encode('Words inside.') }))
    await answered(one, 'import.read', [archive])
    const path = await answered(other, 'import.paste', null)
    expect(await temporary()).toHaveLength(before.length + 2)
    await answered(other, 'import.read', [path])
    await answered(other, 'import.commit', choices(await pending(other)))
    expect(await temporary()).toHaveLength(before.length + 1)
    await answered(one, 'import.commit', choices(await pending(one)))
    expect(await temporary()).toEqual(before)
    expect(titles()).toHaveLength(2)
  })

  it('bring a text in once, however often that is asked for', async () => {
    await answered(one, 'import.read', [await file('first.txt', 'first')])
    const wanted = choices(await pending(one))
    const answers = await Promise.all([1, 2, 3].map(() => one.call('import.commit', wanted)))
    expect(answers.map((each) => each.ok || each.error.key)).toEqual([
      true,
      'importCommitting',
      'importCommitting'
    ])
    expect(titles()).toEqual(['first'])
    // What was brought in is no longer there to be brought in again.
    expect(await one.call('import.commit', wanted)).toMatchObject({ ok: false })
  })

  it('bring nothing in that is being read otherwise, or was since it was decided on', async () => {
    await answered(one, 'import.read', [await file('first.txt', 'first')])
    const files = await pending(one)
    const wanted = choices(files)
    const [text] = files
    const otherwise = { key: text?.key, reading: text?.reading, options: { encoding: 'windows-1251' } }
    const { begun, goOn } = holdUp('first.txt')
    const reading = one.call('import.readAgain', otherwise)
    await begun
    const refused = { ok: false, error: { kind: 'Conflict', key: 'importReadAgain' } }
    expect(await one.call('import.commit', wanted)).toMatchObject(refused)
    goOn()
    expect(await reading).toMatchObject({ ok: true, value: { files: [{ key: text?.key, reading: 1 }] } })
    expect(await one.call('import.commit', wanted)).toMatchObject(refused)
    expect(await one.call('import.readAgain', otherwise)).toMatchObject(refused)
    await answered(one, 'import.commit', choices(await pending(one)))
    expect(titles()).toEqual(['first'])
  })

  it('know a text that another brought in while it was read otherwise', async () => {
    const path = await file('first.txt', 'first')
    for (const window of [one, other]) await answered(window, 'import.read', [path])
    const [text] = await pending(one)
    expect(text?.known).toBeNull()
    const { begun, goOn } = holdUp('first.txt')
    const options = { encoding: 'utf-8' }
    const reading = one.call('import.readAgain', { key: text?.key, reading: text?.reading, options })
    await begun
    const { documents } = await answered(other, 'import.commit', choices(await pending(other)))
    goOn()
    expect(await reading).toMatchObject({ ok: true, value: { files: [{ known: documents[0] }] } })
  })

  it('leave nothing behind where one of them is closed', async () => {
    const before = await temporary()
    await answered(one, 'import.paste', null)
    await answered(other, 'import.read', [await file('kept.txt', 'Kept words of a text.')])
    await made.host.leave(one.client)
    expect(await temporary()).toEqual(before)
    expect(await pending(other)).toHaveLength(1)
  })
})

describe('two windows that look at better files of two texts', () => {
  it('each import their own', async () => {
    const { session } = made.host
    if (!session.ok) throw new Error('no project')
    const text = paragraphs('The office opened on Monday.', 'Each form is handed in once.')
    const documents = [await addText(session.value, 'd1', text), await addText(session.value, 'd2', text)]
    const plan = async (window: Window, at: number) =>
      window.call('document.planReimport', {
        document: documents[at]?.id,
        path: await file(
          `better${at}.txt`,
          `The office opened on day ${at}.\n\nEach form is handed in once.\n`
        )
      })
    expect((await plan(one, 0)).ok).toBe(true)
    expect((await plan(other, 1)).ok).toBe(true)
    expect((await one.call('document.reimport', 'd1')).ok).toBe(true)
    expect((await other.call('document.reimport', 'd2')).ok).toBe(true)
    const names = documents.map(({ id }) => session.value.state.documents.get(id)?.original.name)
    expect(names).toEqual(['better0.txt', 'better1.txt'])
  })
})

it('closing the project gives up what every window has read for it', async () => {
  await answered(one, 'import.read', [await file('first.txt', 'first')])
  const second = join(home, 'second')
  await createProject(second, 'Second', coder)
  await other.call('project.open', { folder: second, how: 'write' })
  expect(await pending(one)).toEqual([])
})
