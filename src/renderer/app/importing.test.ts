import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { call } from '../state/bridge'
import { JoinedWindow } from '../testing/joined-window'
import { cancelImport, closeImport, openImport, setImportAside, showImport, useImporting } from './importing'

const joined = new JoinedWindow()

beforeEach(() => {
  closeImport()
  joined.parsing.before = () => Promise.resolve()
})

async function read(...names: readonly string[]): Promise<void> {
  const paths = names.map((name) => join(joined.home, `${name}.txt`))
  for (const [at, path] of paths.entries()) await writeFile(path, `The words of ${names[at]}.`)
  await openImport(() => call('import.read', paths))
}

/** How far the import is, and the files that it is of. */
function now(): string {
  const { now: own } = useImporting.getState()
  return 'incoming' in own ? `${own.stage}: ${own.incoming.files.map(({ name }) => name).join()}` : own.stage
}

/** Holds the reading of a file up: resolves when it has begun. */
function holdUp(name: string) {
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const begun = new Promise<void>((resolve) => {
    joined.parsing.before = async (path) => {
      if (!path.endsWith(`${name}.txt`)) return
      resolve()
      await held
    }
  })
  return { begun, goOn }
}

describe('an import', () => {
  it('is read, looked over, set aside and taken up again', async () => {
    await read('one', 'two')
    expect(now()).toBe('open: one.txt,two.txt')
    setImportAside()
    expect(now()).toBe('ready: one.txt,two.txt')
    showImport()
    expect(now()).toBe('open: one.txt,two.txt')
  })

  it('that was given up never comes back, and the next one is of its own files alone', async () => {
    const { begun } = holdUp('slow')
    const first = read('slow')
    await begun
    cancelImport()
    expect(now()).toBe('none')
    await read('next')
    await first
    expect(now()).toBe('open: next.txt')
    const left = await call('import.files', { after: 0 })
    expect(left.ok && left.value.map(({ name }) => name)).toEqual(['next.txt'])
  })

  it('that is under way is not replaced by a second one', async () => {
    const { begun, goOn } = holdUp('slow')
    const first = read('slow')
    await begun
    await read('second')
    expect(now()).toBe('reading')
    goOn()
    await first
    expect(now()).toBe('open: slow.txt')
  })

  it('goes on here while the other window gives up its own', async () => {
    const { begun, goOn } = holdUp('slow')
    const first = read('slow')
    await begun
    await joined.other('import.cancel', null)
    goOn()
    await first
    expect(now()).toBe('open: slow.txt')
  })

  it('that finds nothing is over', async () => {
    await openImport(() => call('import.read', []))
    expect(now()).toBe('none')
  })
})
