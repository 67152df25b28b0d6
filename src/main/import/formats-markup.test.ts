import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { first, fixtures, lines, MadeFiles, parse } from './testing/made-files'

const made = new MadeFiles()

describe('XML', () => {
  it('a translation memory gives aligned versions', async () => {
    const { texts } = await made.read(
      'memory.tmx',
      '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="zh"/><body><tu><tuv xml:lang="zh"><seg>最多<ph>x</ph>跑一次</seg></tuv><tuv xml:lang="en"><seg>only one visit</seg></tuv></tu><tu><tuv xml:lang="zh"><seg>抓紧落实</seg></tuv></tu></body></tmx>'
    )
    expect(texts.map(({ language, blocks }) => [language, blocks.map(({ text }) => text)])).toEqual([
      ['zh', ['最多跑一次', '抓紧落实']],
      ['en', ['only one visit', '']]
    ])
  })

  it('a translation memory as other software writes it, line breaks and signs of markup in its words', async () => {
    const { texts } = await parse(join(fixtures, 'translate-toolkit.tmx'))
    expect(texts.map(({ language, blocks }) => [language, blocks.map(({ text }) => text)])).toEqual([
      [
        'en',
        [
          'People come only once.',
          'Roads are cleared before eight.',
          'Two resorts and "one" hall <b>&amp;</b>'
        ]
      ],
      ['zh-CN', ['最多跑一次。', '八点以前清扫道路。', '两个滑雪场 和“一个”会场']]
    ])
  })

  it('an edition with readings gives a version for each witness', async () => {
    const { texts } = await made.read(
      'edition.xml',
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Song</title></titleStmt><sourceDesc><listWit><witness xml:id="A">First print</witness><witness xml:id="B">Second print</witness></listWit></sourceDesc></fileDesc></teiHeader><text><body><p>The <app><rdg wit="#A">grey</rdg><rdg wit="#B">white</rdg></app> heron stands.</p></body></text></TEI>'
    )
    expect(texts.map(({ part, blocks, aligned }) => [part, blocks[0]?.text, aligned])).toEqual([
      ['First print', 'The grey heron stands.', 'Song'],
      ['Second print', 'The white heron stands.', 'Song']
    ])
  })

  it('keeps raised figures apart from the number before them, and joins the lines of a print', async () => {
    const { texts } = await made.read(
      'raised.xml',
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>It covered 5 km<hi rend="superscript">2</hi>, 10<hi rend="sup">6</hi> roofs, <hi rend="bold">all</hi>.</p><p>要让群众<lb/>最多跑一次 and<lb n="2"/>more.</p></body></text></TEI>'
    )
    expect(texts[0]?.blocks.map(({ text }) => text)).toEqual([
      'It covered 5 km², 10⁶ roofs, all.',
      '要让群众最多跑一次 and more.'
    ])
  })

  const blocksOf = async (name: string, text: string, header = '') => {
    const whole = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${header}</teiHeader><text><body>${text}</body></text></TEI>`
    return first(await made.read(name, whole))
  }

  it('notes leave their mark where they stood; a table has its heading; what was written over is gone', async () => {
    const text = await blocksOf(
      'parts.tei',
      '<p>The weir<note n="a">Of <hi rend="bold">stone</hi>.</note> was built<note>In spring.</note> by <subst><del>four</del><add>five</add></subst> men.</p><note>On the whole.</note><table><head>Levels</head><row><cell>Monday</cell><cell>3</cell></row></table><p><![CDATA[1 < 2]]></p>'
    )
    expect(lines(text)).toEqual([
      'paragraph: The weir[a] was built[2] by five men.',
      'caption: Levels',
      'cell: Monday',
      'cell: 3',
      'paragraph: 1 < 2',
      'note: [a] Of stone.',
      'note: [2] In spring.',
      'note: On the whole.'
    ])
  })

  it('the day of a revision of the file is not the day of the text', async () => {
    const revised = '<revisionDesc><change><date when="2013-04-12">12 April</date></change></revisionDesc>'
    const source =
      '<fileDesc><sourceDesc><bibl><date when="1871-03">March</date></bibl></sourceDesc></fileDesc>'
    expect((await blocksOf('revised.tei', '<p>The weir.</p>', revised)).published).toBeNull()
    expect((await blocksOf('source.tei', '<p>The weir.</p>', source + revised)).published?.date).toBe(
      '1871-03'
    )
  })

  it('a witness that is described at length, and one in an example', async () => {
    const witness = (id: string, words: string) => `<witness xml:id="${id}">${words}</witness>`
    const header = `<sourceDesc><listWit>${witness('A', 'A manuscript of vellum. '.repeat(60))}${witness('B', 'The print')}</listWit></sourceDesc>`
    const { texts } = await made.read(
      'long.tei',
      `<TEI><teiHeader>${header}</teiHeader><text><body><p>The <app><rdg wit="#A">grey</rdg><rdg wit="#B">white</rdg></app> heron.</p><egXML>${witness('C', 'No witness')}</egXML></body></text></TEI>`
    )
    expect(texts.map(({ part }) => part.slice(0, 20))).toEqual(['A manuscript of vell', 'The print'])
    expect(texts[0]?.part.length).toBeLessThan(130)
  })

  it('an aligned work is versions again, each in its own blocks, its sentences in rows though links cross', async () => {
    const work = (...links: string[]) =>
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>The weir</title></titleStmt><sourceDesc><listBibl><bibl><title>水位</title></bibl><bibl><title>Levels</title><publisher>Post</publisher><date when="2019">2019</date></bibl></listBibl></sourceDesc></fileDesc></teiHeader><standOff><linkGrp type="alignment">${links.map((target) => `<link target="${target}"/>`).join('')}</linkGrp></standOff><text><group><text xml:lang="zh"><body><p><s xml:id="a1">早晨登记。</s>\n<s xml:id="a2">傍晚核对。</s>\n<s xml:id="a3">雨天关闸。</s></p></body></text><text xml:lang="en"><body><p><s xml:id="b1">Written in the morning.</s>\n<s xml:id="b2">Checked.</s>\n<s xml:id="b3">And posted.</s></p></body></text></group></text></TEI>`
    const own = await made.read('work.xml', work('#a1 #b1', '#a2 #b2 #b3'))
    const rowsIn = ({ texts }: typeof own) => texts.map(({ rows }) => rows?.map(({ row }) => row))
    expect(
      own.texts.map(({ title, language, publisher, aligned, blocks }) => [
        [title, language, publisher, aligned],
        blocks.map(({ text }) => text)
      ])
    ).toEqual([
      [['水位', 'zh', '', 'The weir'], ['早晨登记。傍晚核对。雨天关闸。']],
      [['Levels', 'en', 'Post', 'The weir'], ['Written in the morning. Checked. And posted.']]
    ])
    expect(rowsIn(own)).toEqual([
      [0, 1, 2],
      [0, 1, 1]
    ])
    expect(own.texts[1]?.rows?.[1]).toEqual({
      row: 1,
      block: 0,
      start: 24,
      end: 32,
      confidence: 1,
      origin: 'hand'
    })
    const crossed = await made.read('crossed.xml', work('#a1 #b2', '#a2 #b1'))
    expect(rowsIn(crossed)).toEqual([
      [0, 1, 2],
      [1, 0, 3]
    ])
  })

  it('a translation memory keeps both where a unit says the same twice in a language', async () => {
    const unit = (...variants: [string, string][]) =>
      `<tu>${variants.map(([tag, words]) => `<tuv xml:lang="${tag}"><seg>${words}</seg></tuv>`).join('')}</tu>`
    const { texts } = await made.read(
      'twice.tmx',
      `<tmx><body>${unit(['de', 'Das Wehr'], ['EN-us', 'The weir'], ['en-US', 'The dam'])}${unit(['de', 'Das Tor'], ['en-us', 'The gate'])}</body></tmx>`
    )
    expect(texts.map(({ part, blocks }) => [part, blocks.map(({ text }) => text)])).toEqual([
      ['de', ['Das Wehr', 'Das Tor']],
      ['EN-us', ['The weir', 'The gate']],
      ['EN-us 2', ['The dam', '']]
    ])
  })

  describe('entities', () => {
    const document = (type: string, words: string) =>
      `<?xml version="1.0"?><!DOCTYPE r ${type}><r><p>${words}</p></r>`
    const blocks = async (name: string, content: string) =>
      (await made.read(name, content)).texts[0]?.blocks.map(({ text }) => text)

    it('of the file itself are put in, and those that everybody knows; CDATA is text', async () => {
      expect(
        await blocks(
          'own.xml',
          document(
            `SYSTEM "x.dtd" [<!-- a "note > --><!ENTITY river "the ]Iller]"><!ENTITY both '&river; &amp; &mdash;'>]`,
            'On &both; caf&eacute; <![CDATA[a < b &river;]]> &#8212;<!-- &nobody; -->'
          )
        )
      ).toEqual(['On the ]Iller] & — café a < b &river; —'])
    })
    it('that lie outside it, or that nobody knows, refuse it', async () => {
      await writeFile(join(made.folder, 'secret.txt'), 'the secret')
      const outside = `[<!ENTITY x SYSTEM "file://${join(made.folder, 'secret.txt')}">]`
      expect(await made.refusal('outside.xml', document(outside, 'Before &x; after.'))).toBe(
        'fileEntityUnknown'
      )
      expect(await made.refusal('unknown.tmx', document('', '&logo;'))).toBe('fileEntityUnknown')
      expect(await made.refusal('unknown.qdc', document('', '&logo;'))).toBe('fileEntityUnknown')
      expect(await blocks('unused.xml', document(outside, 'Nothing is asked for.'))).toEqual([
        'Nothing is asked for.'
      ])
    })
    it('that unfold to too much refuse it', async () => {
      const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
      expect(
        await made.refusal('laughs.xml', document(`[<!ENTITY l0 "ha">${laughs.join('')}]`, '&l9;'))
      ).toBe('fileUnfolds')
      const large = `[<!ENTITY l "${'x'.repeat(100_000)}">]`
      expect(await made.refusal('square.xml', document(large, '&l;'.repeat(1000)))).toBe('fileUnfolds')
      expect(await made.refusal('itself.xml', document('[<!ENTITY a "&a;">]', '&a;'))).toBe('fileUnfolds')
    })
  })
})

describe('subtitles', () => {
  it.each([
    [
      'talk.srt',
      '1\r\n00:00:05,000 --> 00:00:07,000\r\n<i>Good</i> evening.\r\n\r\n2\r\n01:02:03,500 --> 01:02:05,000\r\nWe begin\r\nagain.\r\n'
    ],
    [
      'talk.vtt',
      'WEBVTT\n\n00:05.000 --> 00:07.000\nGood evening.\n\nNOTE nobody sees this\n\n01:02:03.500 --> 01:02:05.000 align:left\nWe begin again.\n'
    ]
  ])('%s: each cue is a paragraph that knows its time', async (name, content) => {
    const { blocks } = first(await made.read(name, content))
    expect(blocks.map(({ text, time }) => [time, text])).toEqual([
      ['0:00:05', 'Good evening.'],
      ['1:02:03', 'We begin again.']
    ])
  })
})

it('a subtitle whose time cannot be read keeps its words, and is counted', async () => {
  const { blocks, warnings } = first(
    await made.read(
      'bad.srt',
      '1\n00:00:05,000 -> 00:00:07\nGood evening.\n\n2\n00:xx:09,000 --> 00:00:12,000\nWe begin.\n3\n00:00:15,000 --> 00:00:17,000\nThe gate.\n\nA line by itself.\n'
    )
  )
  expect(blocks.map(({ text, time }) => [time, text])).toEqual([
    ['0:00:05', 'Good evening.'],
    [undefined, 'We begin.'],
    ['0:00:15', 'The gate.'],
    [undefined, 'A line by itself.']
  ])
  expect(warnings).toEqual([{ key: 'cuesWithoutTime', count: 2 }])
})

describe('subtitles as other software writes them', () => {
  it.each(['ffmpeg.srt', 'ffmpeg.vtt'])('%s', async (name) => {
    const { blocks } = first(await parse(join(fixtures, name)))
    expect(blocks.map(({ text, time }) => [time, text])).toEqual([
      ['0:00:01', 'People come only once.'],
      ['1:02:05', '最多跑一次。']
    ])
  })
})

it('a book finds chapters whose names are written with percent signs, and tells those that are missing', async () => {
  const chapter = (words: string) =>
    strToU8(`<html xmlns="http://www.w3.org/1999/xhtml"><body><p>${words}</p></body></html>`)
  const items = ['first%20part.xhtml', 'caf%C3%A9.xhtml', 'plain%25.xhtml', 'gone.xhtml']
  const book = zipSync({
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>'
    ),
    'O/b.opf': strToU8(
      `<!DOCTYPE package [<!ENTITY who "A. Weir">]><package><metadata><title>Gates &amp; Weirs &mdash; Notes</title><creator>&who;</creator></metadata><manifest>${items.map((href, at) => `<item id="i${at}" href="${href}"/>`).join('')}</manifest><spine>${items.map((_, at) => `<itemref idref="i${at}"/>`).join('')}</spine></package>`
    ),
    'O/first%20part.xhtml': chapter('One&nbsp;gate.'),
    'O/cafe\u0301.xhtml': chapter('Two.'),
    'O/plain%.xhtml': chapter('Three.')
  })
  const { blocks, title, author, warnings } = first(await made.read('names.epub', book))
  expect(blocks.map(({ text }) => text)).toEqual(['One gate.', 'Two.', 'Three.'])
  expect([title, author]).toEqual(['Gates & Weirs — Notes', 'A. Weir'])
  expect(warnings).toEqual([{ key: 'embeddedLeftOut', count: 1, names: ['gone.xhtml'] }])
})
