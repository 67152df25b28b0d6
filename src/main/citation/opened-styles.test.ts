import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OpenedStyles } from './opened-styles'
import { ownStyle } from './testing/own-style'

let home: string
let styles: OpenedStyles
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-styles-'))
  styles = new OpenedStyles(join(home, 'kept'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

async function file(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(home, name)
  await writeFile(path, text)
  return path
}

describe('styles that a person has opened', () => {
  it('are kept in the data folder, and are there the next time', async () => {
    const info = await styles.open(await file('notes.csl', ownStyle))
    expect(info).toMatchObject({ id: 'file:notes', kind: 'note', label: { en: 'Notes & numbers' } })
    const again = new OpenedStyles(join(home, 'kept'))
    expect(await again.list()).toEqual([info])
    expect(await again.xmlOf(info.id)).toBe(ownStyle)
  })

  it('take the place of one of the same name, and stand beside others', async () => {
    await styles.open(await file('notes.csl', ownStyle))
    await styles.open(await file('notes.csl', ownStyle.replace('Notes &amp; numbers', 'B')))
    await styles.open(await file('other.csl', ownStyle.replace('Notes &amp; numbers', 'A')))
    expect((await styles.list()).map(({ label }) => label.en)).toEqual(['A', 'B'])
  })

  it('have names that lead nowhere else, and are found by them', async () => {
    for (const name of ['..odd  name; é 样式.csl', `${'long'.repeat(50)}.csl`, '~$x.csl']) {
      const info = await styles.open(await file(name, ownStyle))
      expect(info.id).toMatch(/^file:[\p{L}\p{N}._-]{1,100}$/u)
      expect(await styles.xmlOf(info.id)).toBe(ownStyle)
    }
    await expect(styles.xmlOf('file:../notes')).rejects.toThrow('missing')
    expect(await readdir(join(home, 'kept'))).toHaveLength(3)
  })

  it('are not kept where they cannot be used', async () => {
    await expect(styles.open(await file('a.csl', '<style/>'))).rejects.toThrow('notStyle')
    await expect(styles.open(await file('b.csl', new Uint8Array([0xff, 0xfe, 0x3c])))).rejects.toThrow(
      'notXml'
    )
    await expect(styles.open(await file('c.csl', ' '.repeat(4_000_001)))).rejects.toThrow('tooLarge')
    expect(await styles.list()).toEqual([])
  })

  it('have no text of their own where they ship', async () => {
    expect(await styles.xmlOf('apa')).toBeNull()
  })
})
