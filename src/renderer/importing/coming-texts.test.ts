import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { call } from '../state/bridge'
import { useToasts } from '../state/toasts'
import { learntLines } from '../state/ui-state'
import { JoinedWindow } from '../testing/joined-window'
import { comingTexts } from './coming-texts'

const joined = new JoinedWindow()

/** The texts of some files, as they are read for the dialog. */
async function read(files: Readonly<Record<string, string | Buffer>>) {
  const paths: string[] = []
  for (const [name, body] of Object.entries(files)) {
    const path = join(joined.home, name)
    await writeFile(path, body)
    paths.push(path)
  }
  const answer = await call('import.read', paths)
  const found = answer.ok ? await call('import.files', { after: 0 }) : answer
  if (!found.ok) throw new Error(found.error.key)
  const texts = comingTexts(found.value)
  const keyOf = (name: string) => found.value.find((each) => each.name.startsWith(name))?.key ?? ''
  return { texts, now: texts.store.getState, keyOf }
}

const three = {
  'a 2018-12-05.txt': 'Snow fell.\n\nShare this page\n',
  'b 2019-01.txt': 'The office opened.\n\nShare this page\n',
  'c.txt': 'Rain came.\n\nShare this page\n'
}

describe('several texts on their way in', () => {
  it('are corrected together where they are selected together; titles stay each text’s own', async () => {
    const { texts, now, keyOf } = await read(three)
    const [a, b, c] = [keyOf('a'), keyOf('b'), keyOf('c')]
    texts.choose(a, 'alone')
    texts.choose(b, 'more')
    texts.edit(a, { publisher: 'Office of News' })
    texts.edit(b, { title: 'Opening' })
    texts.include(c, false)
    const { drafts, isTouched } = now()
    expect([a, b, c].map((key) => drafts[key]?.metadata.publisher)).toEqual([
      'Office of News',
      'Office of News',
      ''
    ])
    expect(drafts[a]?.metadata.title).not.toBe('Opening')
    expect(drafts[b]?.metadata.title).toBe('Opening')
    expect([a, b, c].map((key) => drafts[key]?.included)).toEqual([true, true, false])
    expect(isTouched).toBe(true)
  })

  it('keep what one says of itself when the record of another is corrected with it', async () => {
    const { texts, now, keyOf } = await read(three)
    const [a, b] = [keyOf('a'), keyOf('b')]
    texts.edit(b, { csl: { author: [{ literal: 'Bureau' }], genre: 'notice' } })
    texts.choose(a, 'alone')
    texts.choose(b, 'more')
    const own = now().drafts[a]?.metadata.csl ?? {}
    texts.edit(a, { csl: { ...own, genre: 'bulletin' } })
    expect(now().drafts[b]?.metadata.csl).toEqual({ author: [{ literal: 'Bureau' }], genre: 'bulletin' })
  })

  it('are selected up to another in either direction, and one by one', async () => {
    const { texts, now, keyOf } = await read(three)
    const [a, b, c] = [keyOf('a'), keyOf('b'), keyOf('c')]
    texts.choose(c, 'alone')
    texts.choose(a, 'through')
    expect(now()).toMatchObject({ chosen: a, selected: new Set([a, b, c]) })
    texts.choose(b, 'more')
    expect(now().selected).toEqual(new Set([a, c]))
  })

  it('take their dates from their names where these say one, only those that are selected', async () => {
    const { texts, now, keyOf } = await read(three)
    const [a, b, c] = [keyOf('a'), keyOf('b'), keyOf('c')]
    texts.choose(a, 'alone')
    texts.choose(c, 'more')
    for (const key of [a, b, c]) texts.update(key, { metadata: blank(key) })
    texts.apply('dateFromName')
    expect([a, b, c].map((key) => now().drafts[key]?.metadata.published)).toEqual(['2018-12-05', '', ''])
    function blank(key: string) {
      const draft = now().drafts[key]
      if (!draft) throw new Error('there is no such text')
      return { ...draft.metadata, published: '' }
    }
  })

  it('leave out a line in all texts of a site, now and from now on, and in no other', async () => {
    const { texts, now, keyOf } = await read(three)
    const [a, b, c] = [keyOf('a'), keyOf('b'), keyOf('c')]
    texts.choose(a, 'alone')
    texts.choose(b, 'more')
    texts.edit(a, { publisher: 'Office of News' })
    for (const key of [a, b, c]) texts.update(key, { furniture: new Set() })
    texts.always(a, 1, true)
    expect([a, b, c].map((key) => [...(now().drafts[key]?.furniture ?? [])])).toEqual([[1], [1], []])
    expect(learntLines('office of news')).toHaveLength(1)
    texts.always(b, 1, false)
    expect([a, b, c].map((key) => [...(now().drafts[key]?.furniture ?? [])])).toEqual([[], [], []])
    expect(learntLines('office of news')).toEqual([])
  })
})

describe('a text that is read otherwise', () => {
  const bytes = Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x6e, 0x6f, 0x69, 0x72, 0x2e])
  const files = { 'a.txt': 'Snow fell.', 'b.txt': bytes, 'c.txt': 'Rain came.' }

  it('is as it was chosen last, however quickly, in its place among the others', async () => {
    const { texts, now, keyOf } = await read(files)
    const names = now().files.map(({ name }) => name)
    useToasts.setState({ toasts: [] })
    const readings = Promise.all([
      texts.readAgain(keyOf('b'), { encoding: 'windows-1252' }),
      texts.readAgain(keyOf('b'), { encoding: 'windows-1251' })
    ])
    // What they hold is not known yet: nothing can be imported.
    expect(now().readingAgain).toBe(2)
    await readings
    expect(now().readingAgain).toBe(0)
    expect(useToasts.getState().toasts).toEqual([])
    const text = now().files.find(({ name }) => name === 'b.txt')?.parsed?.blocks[0]?.text
    expect(text).toBe('Cafй noir.')
    expect(now().files.map(({ name }) => name)).toEqual(names)
  })

  it('does not tear one out of another text that was chosen meanwhile', async () => {
    const { texts, now, keyOf } = await read(files)
    const [b, c] = [keyOf('b'), keyOf('c')]
    texts.choose(b, 'alone')
    const reading = texts.readAgain(b, { encoding: 'windows-1251' })
    texts.choose(c, 'alone')
    await reading
    expect(now()).toMatchObject({ chosen: c, selected: new Set([c]) })
    await texts.readAgain(c, { encoding: 'utf-8' })
    expect(now().chosen).toBe(keyOf('c'))
  })

  it('keeps what was corrected in the others while it was read', async () => {
    const { texts, now, keyOf } = await read(files)
    const reading = texts.readAgain(keyOf('b'), { encoding: 'windows-1251' })
    texts.edit(keyOf('a'), { title: 'First snow' })
    await reading
    expect(now().drafts[keyOf('a')]?.metadata.title).toBe('First snow')
    expect(Object.keys(now().drafts)).toHaveLength(3)
  })
})
