import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { first, fixtures, lines, MadeFiles, parse } from './testing/made-files'

const made = new MadeFiles()

describe('saved pages', () => {
  it('know where they come from, and when they were saved', async () => {
    const { source, attributes } = first(await parse(join(fixtures, 'chromium.mhtml')))
    expect([source, attributes.accessed]).toEqual([
      'https://office.example/reports/winter-roads',
      '2026-11-22'
    ])
    const page = (comment: string, head = '') =>
      `<!DOCTYPE html>${comment}<html lang="en"><head>${head}<title>Snow</title></head><body><h1>Snow</h1><p>It fell all night.</p></body></html>`
    const saved = '<!-- saved from url=(0028)https://office.example/snow#top -->'
    const single =
      '<!--\n Page saved with SingleFile \n url: https://office.example/snow \n saved date: Thu Mar 05 2020 12:00:00 GMT+0000 (Coordinated Universal Time)\n-->'
    const read = async (content: string) => {
      const text = first(await made.read('snow.html', content))
      return [text.source, text.attributes.accessed]
    }
    expect(await read(page(saved))).toEqual(['https://office.example/snow#top', undefined])
    expect(await read(page(single))).toEqual(['https://office.example/snow', '2020-03-05'])
    expect(await read(page(saved, '<link rel="canonical" href="https://office.example/own">'))).toEqual([
      'https://office.example/own',
      undefined
    ])
  })

  it('in one file are read from their main part', async () => {
    const page = `<html><body><article><h1>Snow report</h1><p>最多跑一次 is the word of the day, and it is said again.</p></article></body></html>`
    const content = `From: <Saved>\r\nContent-Type: multipart/related; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html; charset=gb18030\r\nContent-Transfer-Encoding: base64\r\n\r\n${iconv.encode(page, 'gb18030').toString('base64')}\r\n----b\r\nContent-Type: image/png\r\n\r\nx\r\n----b--\r\n`
    expect(lines(first(await made.read('page.mhtml', content)))[1]).toContain('最多跑一次')
  })

  it('say what they are in JSON-LD too', async () => {
    const text = first(
      await made.read(
        'ld.html',
        '<html><head><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Snow","datePublished":"2020-03-05T08:00","author":[{"name":"A. Clerk"}],"publisher":{"name":"Snow Office"},"inLanguage":"en"}]}</script></head><body><h1>Snow</h1><p>It fell all night and all day.</p></body></html>'
      )
    )
    expect([text.published?.date, text.author, text.publisher]).toEqual([
      '2020-03-05',
      'A. Clerk',
      'Snow Office'
    ])
  })

  it('keep raised figures apart from the number before them, and how characters are read apart from the text', async () => {
    const { blocks } = first(
      await made.read(
        'raised.html',
        '<html lang="en"><body><h1>Snow</h1><p>It fell on 120 km<sup>2</sup> and 3 × 10<sup>6</sup> roofs, the 5<sup>th</sup> time in 2020<sup>1</sup>; CO<sub>2</sub> fell by 10<sup>−3</sup>.</p><p>会议<ruby>强调<rp>(</rp><rt>qiángdiào</rt><rp>)</rp></ruby>，要<ruby><rb>落</rb><rb>实</rb><rtc><rt>luò</rt></rtc></ruby>。</p></body></html>'
      )
    )
    expect(blocks.map(({ text }) => text)).toEqual([
      'Snow',
      'It fell on 120 km² and 3 × 10⁶ roofs, the 5th time in 2020¹; CO2 fell by 10⁻³.',
      '会议强调，要落实。'
    ])
  })

  it('keep tables with merged cells, and lines where they are broken', async () => {
    const { blocks } = first(
      await made.read(
        'merged.html',
        '<html lang="en"><body><h1>Grain</h1><table><tr><td colspan="3">By county</td></tr><tr><td rowspan="2">North</td><td>Maize<br>and <b>soy<br>beans</b></td><td>31,000</td></tr><tr><td>Rice</td><td>9,800</td></tr></table><p>会议强调，\n  要让群众<b>最多\n跑一次</b>。It ended\nearly.</p><pre>one line\nanother</pre></body></html>'
      )
    )
    expect(blocks.map(({ text, row, column }) => [text, row, column])).toEqual([
      ['Grain', undefined, undefined],
      ['By county', 0, 0],
      ['North', 1, 0],
      ['Maize and soy beans', 1, 1],
      ['31,000', 1, 2],
      ['Rice', 2, 1],
      ['9,800', 2, 2],
      ['会议强调，要让群众最多跑一次。It ended early.', undefined, undefined],
      ['one line', undefined, undefined],
      ['another', undefined, undefined]
    ])
    expect(blocks[7]?.marks).toEqual([{ kind: 'strong', start: 9, end: 14 }])
  })

  it('are no table where a table only lays them out', async () => {
    const { blocks } = first(
      await made.read(
        'laid-out.html',
        `<html lang="en"><body><table><tr><td>Home</td><td>Contact</td></tr><tr><td>News</td><td>${'<p>The office met and counted every form.</p>'.repeat(8)}</td></tr></table></body></html>`
      )
    )
    expect(blocks.some(({ kind }) => kind === 'cell')).toBe(false)
    expect(blocks.filter(({ text }) => text.startsWith('The office'))).toHaveLength(8)
  })

  it('give no script and nothing hidden for a word, in tables neither', async () => {
    const { blocks } = first(
      await made.read(
        'hidden.html',
        '<html><body><h1>Snow</h1><table><tr><td>One<style>td{}</style></td><td>Two</td></tr><tr><td>Three<svg><script>x()</script></svg></td><td><span style="display: none">not seen</span>Four</td></tr></table></body></html>'
      )
    )
    expect(blocks.map(({ text }) => text)).toEqual(['Snow', 'One', 'Two', 'Three', 'Four'])
  })

  it('refer to their notes in brackets, so that a raised figure is no digit of a number', async () => {
    const { blocks } = first(
      await made.read(
        'notes.html',
        '<html lang="en"><body><h1>Snow</h1><p>It began in 2020<sup><a href="#n1">1</a></sup> and ended.</p><ol><li id="n1">See the minutes.</li></ol></body></html>'
      )
    )
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: Snow',
      'paragraph: It began in 2020[1] and ended.',
      'note: [1] See the minutes.'
    ])
  })
})

describe('Markdown', () => {
  it('joins the lines of a Chinese paragraph without a space, others with one; raised figures are apart', async () => {
    const { blocks } = first(
      await made.read(
        'wrapped.md',
        '会议强调，\n要让群众  \n*最多*\n跑一次。It ended\nin 10<sup>6</sup> ways.\n'
      )
    )
    expect(blocks.map(({ text }) => text)).toEqual(['会议强调，要让群众最多跑一次。It ended in 10⁶ ways.'])
  })
})

describe('what stands round a text', () => {
  const furniture = async (page: string) =>
    first(await made.read('page.html', page))
      .blocks.filter((block) => block.furniture)
      .map(({ text }) => text)
  const long = 'The ferry left at nine, for the wind was up, and nobody knew when it would sail again. '

  it('is no sentence of the text, though a reader of main texts passes over it', async () => {
    expect(
      await furniture(
        '<html><body><div>各部门：<br>现将有关事项通知如下。<br>一、请于5月1日前上报。</div><div><p>特此通知。</p></div></body></html>'
      )
    ).toEqual([])
    expect(
      await furniture(
        `<title>Log</title><p>${long}<p>${long}<table><tr><td>a<td>b<tr><td>c<td>d</table>And so the day went by.`
      )
    ).toEqual([])
  })

  it('is told by its links, its names and its short lines', async () => {
    const page = `<html><body><div><a href="/a">Home</a> <a href="/b">News</a></div><div class="article">${`<p>${long}</p>`.repeat(4)}</div><div class="page-footer"><p>Our office is open on all days but Sunday.</p></div><p>Harbour Office</p></body></html>`
    expect(await furniture(page)).toEqual([
      'Home News',
      'Our office is open on all days but Sunday.',
      'Harbour Office'
    ])
  })

  it('does not tear a paragraph at words that were struck out', async () => {
    expect(
      lines(
        first(
          await made.read(
            'struck.html',
            '<p>It was <del>not</del> <strike>so</strike> <tt>cold</tt> then.</p>'
          )
        )
      )
    ).toEqual(['paragraph: It was not so cold then.'])
  })

  it('names all authors', async () => {
    const page =
      '<meta name="citation_author" content="Ann Roe"><meta name="citation_author" content="Ben Doe"><p>They met.</p>'
    expect(first(await made.read('two.html', page)).author).toBe('Ann Roe; Ben Doe')
  })
})
