import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from './decode'
import { declaredCharset } from './formats/pages/declared-charset'
import { first, MadeFiles } from './testing/made-files'

const made = new MadeFiles()
const chinese = '河边的水位每天早晨由值班人员登记，傍晚再核对一次。'
const bytesOf = (...parts: (string | number | Uint8Array)[]) =>
  Buffer.concat(
    parts.map((each) =>
      typeof each === 'number' ? Buffer.of(each) : typeof each === 'string' ? Buffer.from(each) : each
    )
  )

describe('UTF-8 stays UTF-8', () => {
  it('with one byte of another encoding, which is told', async () => {
    const { texts, encoding } = await made.read(
      'one.txt',
      bytesOf(`${chinese}\n`.repeat(20), 'the ward', 0x92, 's log\n')
    )
    expect(encoding).toBe('utf-8')
    expect(texts[0]?.blocks[0]?.text).toBe(chinese)
    expect(texts[0]?.blocks.at(-1)?.text).toBe('the ward\uFFFDs log')
    expect(texts[0]?.warnings).toContainEqual({ key: 'replacementCharacters', count: 1 })
  })
  it('where it breaks off within a character', () => {
    const bytes = Buffer.from(chinese.repeat(3))
    expect(decode(bytes.subarray(0, bytes.length - 1))?.encoding).toBe('utf-8')
  })
  it('whatever it declares', () => {
    expect(decode(bytesOf(chinese.repeat(4), 0xff), 'gb18030')).toMatchObject({
      encoding: 'utf-8',
      warnings: [{ key: 'encodingNotAsDeclared', count: 1, names: ['gb18030'] }]
    })
  })
})

describe('few bytes beyond ASCII', () => {
  it('one curly quotation mark is one of windows-1252', () => {
    expect(decode(bytesOf('The ward', 0x92, 's log.'))).toMatchObject({
      text: 'The ward’s log.',
      warnings: []
    })
  })
  it('two Chinese characters are read, and the reading is said to be a guess', () => {
    const own = decode(bytesOf('column: ', iconv.encode('水位', 'gbk'), ' (m)'))
    expect(own?.text).toBe('column: 水位 (m)')
    expect(own?.warnings).toEqual([{ key: 'encodingGuessed', count: 1, names: ['gb18030'] }])
  })
  it.each(['euc-kr', 'big5', 'shift_jis', 'euc-jp'])(
    'long texts in %s are not taken for simplified Chinese',
    (encoding) => {
      const text =
        encoding === 'euc-kr'
          ? '강물의 높이를 아침마다 적는다. 저녁에는 다시 확인한다. '
          : encoding === 'big5'
            ? '河邊的水位每天早晨由值班人員登記，傍晚再核對一次。'
            : 'これは会議の報告です。川の水位を毎朝記録しています。'
      expect(decode(iconv.encode(text.repeat(20), encoding))?.text).toBe(text.repeat(20))
    }
  )
})

describe('a declared encoding', () => {
  it('that the bytes are not in is not used', () => {
    expect(decode(iconv.encode(chinese.repeat(5), 'gbk'), 'utf-8')?.text).toBe(chinese.repeat(5))
    expect(decode(iconv.encode(chinese.repeat(5), 'gbk'), 'iso-8859-1')?.text).toBe(chinese.repeat(5))
    expect(
      decode(iconv.encode('Größe, Maß, Übermaß, schön, für, Öl, Ärger, süß', 'latin1'), 'iso-8859-1')?.text
    ).toBe('Größe, Maß, Übermaß, schön, für, Öl, Ärger, süß')
  })
  it.each([
    ['a comment', '<!-- <meta charset="big5"> --><meta charset="shift_jis">'],
    ['a script', `<script>document.write('<meta charset="big5">')</script><meta charset=x-sjis>`],
    ['another attribute', '<meta name="note" content="charset=big5"><meta charset=\'shift_jis\'>'],
    ['a meta of another kind', '<meta http-equiv=Content-Type content="text/html; charset=Shift_JIS">'],
    ['a long head', `<script>${'var x = 1;'.repeat(800)}</script><meta charset="shift_jis">`]
  ])('of a page is not taken out of %s', (_, head) => {
    expect(
      declaredCharset(Buffer.from(`<!doctype html><head>${head}</head><body><meta charset="koi8-r">`))
    ).toBe('shift_jis')
  })
  it('in the body is out of reach, and UTF-16 in the head cannot be', () => {
    expect(declaredCharset(Buffer.from('<html><head></head><body><meta charset="koi8-r">'))).toBeUndefined()
    expect(declaredCharset(Buffer.from('<meta charset="utf-16le">'))).toBe('utf-8')
  })
})

describe('wide and seven-bit encodings', () => {
  it.each(['utf-32le', 'utf-32be'])('%s, with its mark and without', (encoding) => {
    const text = `Level ${chinese}\n`.repeat(3)
    expect(decode(iconv.encode(text, encoding, { addBOM: true }))?.text).toBe(text)
    expect(decode(iconv.encode(text, encoding, { addBOM: false }))?.text).toBe(text)
  })
  it('ISO-2022-JP, as Japanese mail has it', async () => {
    // 水位 in JIS X 0208 is 3F65 304C.
    const bytes = bytesOf('Level: ', 0x1b, '$B', Buffer.of(0x3f, 0x65, 0x30, 0x4c), 0x1b, '(B', ' today')
    expect(first(await made.read('mail.txt', bytes)).blocks[0]?.text).toBe('Level: 水位 today')
  })
  it('a table in UTF-16, as spreadsheets write it', async () => {
    const rows = 'id\ttext\r\n1\tThe gate is open at noon.\r\n2\t闸门中午打开。\r\n'
    const { texts } = await made.read('table.tsv', iconv.encode(rows, 'utf-16le', { addBOM: true }))
    expect(texts.map(({ blocks }) => blocks[0]?.text)).toEqual([
      'The gate is open at noon.',
      '闸门中午打开。'
    ])
  })
})
