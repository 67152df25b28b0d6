import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { parseFile } from './parse-file'
import { first, fixtures, MadeFiles } from './testing/made-files'
import { unpackArchive } from './unpack-archive'

const made = new MadeFiles()

describe('encodings', () => {
  const text = '会议强调，要抓紧落实各项工作，加快建设冰雪旅游基础设施。\n'.repeat(20)
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis'])(
    '%s is told by its bytes',
    async (encoding) => {
      const own =
        encoding === 'big5'
          ? '會議強調，要抓緊落實各項工作。\n'.repeat(20)
          : encoding === 'shift_jis'
            ? 'これは会議の報告です。雪が降りました。\n'.repeat(20)
            : text
      const { texts } = await made.read(`${encoding}.txt`, iconv.encode(own, encoding, { addBOM: false }))
      expect(texts[0]?.blocks.at(-1)?.text).toBe(own.split('\n')[0])
    }
  )

  it('can be said by a person', async () => {
    const bytes = iconv.encode('Größe und Maß.', 'cp437')
    expect(first(await made.read('dos.txt', bytes, { encoding: 'cp437' })).blocks[0]?.text).toBe(
      'Größe und Maß.'
    )
  })

  it('what no text can hold is replaced and counted; marks of direction stay', async () => {
    const { blocks, warnings } = first(await made.read('odd.txt', 'One\u0007two \u202Ethree\u202C four.'))
    expect(blocks[0]?.text).toBe('One\uFFFDtwo \u202Ethree\u202C four.')
    expect(warnings).toEqual([{ key: 'controlCharacters', count: 1 }])
  })
})

describe('archives', () => {
  const unpacked = async (name: string, entries: Record<string, Uint8Array>) => {
    const [path, into] = [join(made.folder, name), await mkdtemp(join(made.folder, 'into-'))]
    await writeFile(path, zipSync(entries, { level: 9 }))
    const done = await unpackArchive(path, into)
    return { result: done.ok ? 'done' : done.error.key, into }
  }
  it('are unpacked with their folders', async () => {
    const { result, into } = await unpacked('good.zip', {
      'Jilin/2018/a.txt': strToU8('One.'),
      '__MACOSX/x': strToU8('x')
    })
    expect(result).toBe('done')
    expect(readFileSync(join(into, 'Jilin', '2018', 'a.txt'), 'utf8')).toBe('One.')
    expect(existsSync(join(into, '__MACOSX'))).toBe(false)
  })
  it.each(['../out.txt', '/out.txt', 'a/../../out.txt', '..\\out.txt'])('never write to %s', async (name) => {
    const { result, into } = await unpacked('bad.zip', { [name]: strToU8('x') })
    expect(result).toBe('archiveDangerous')
    expect(existsSync(join(into, '..', 'out.txt'))).toBe(false)
  })
  it('that would unpack to too much are not opened', async () => {
    const { result } = await unpacked('bomb.zip', { 'a.txt': new Uint8Array(150 * 1024 * 1024) })
    expect(result).toBe('archiveDangerous')
  })
})

describe('files that cannot be read', () => {
  it('say why in one sentence', async () => {
    const locked = await parseFile(join(fixtures, 'locked.pdf'))
    expect(!locked.ok && locked.error.key).toBe('fileLocked')
    expect(
      await made.refusal('locked.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))
    ).toBe('fileLocked')
    const sealed = zipSync({
      'META-INF/manifest.xml': strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>'),
      'content.xml': strToU8('x')
    })
    expect(await made.refusal('locked.odt', sealed)).toBe('fileLocked')
    const pdf = (content: string, resources: string, more: string) =>
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<${resources}>>>>endobj\n4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj\n${more}trailer<</Root 1 0 R>>\n%%EOF`
    const image =
      '5 0 obj<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\nx\nendstream endobj\n'
    expect(await made.refusal('scan.pdf', pdf('/I Do', '/XObject<</I 5 0 R>>', image))).toBe('fileScanned')
    expect(await made.refusal('blank.pdf', pdf('', '', ''))).toBe('fileWithoutText')
    const bomb = deflateSync(Buffer.alloc(30 * 1024 * 1024, 'BT ET '), { level: 9 }).toString('latin1')
    const packed = pdf(bomb, '', '').replace('/Length ', '/Filter/FlateDecode/Length ')
    const began = Date.now()
    expect(await made.refusal('bomb.pdf', Buffer.from(packed, 'latin1'))).toBe('fileUnreadable')
    expect(Date.now() - began).toBeLessThan(5000)
    expect(await made.refusal('broken.pdf', '%PDF-1.4 nothing follows')).toBe('fileUnreadable')
    expect(await made.refusal('empty.epub', zipSync({ mimetype: strToU8('application/epub+zip') }))).toBe(
      'fileUnreadable'
    )
    expect(await made.refusal('deep.xml', `${'<p>'.repeat(60_000)}x`)).toMatch(/read|fileUnreadable/)
    await writeFile(join(made.folder, 'giant.pdf'), '%PDF')
    await truncate(join(made.folder, 'giant.pdf'), 1024 * 1024 * 1024)
    const giant = await parseFile(join(made.folder, 'giant.pdf'))
    expect(!giant.ok && giant.error.key).toBe('fileTooLarge')
  })
})
