import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { first, fixtures, lines, parse } from './testing/made-files'

describe('a printed page', () => {
  it('is read down its columns; heads and page numbers are furniture; each block knows its page', async () => {
    const { blocks } = first(await parse(join(fixtures, 'two-columns.pdf')))
    const body = blocks.filter((block) => !block.furniture)
    expect(body.map(({ text }) => Number.parseInt(text, 10))).toEqual(
      Array.from({ length: 12 }, (_, at) => at + 1)
    )
    for (const [at, { text }] of body.entries())
      expect(text.match(/spring \d{4}/g)).toEqual(
        Array.from({ length: 9 }, (_, k) => `spring ${1900 + (at + 1) * 10 + k}`)
      )
    // Words that were broken at line ends are whole again.
    expect(body.every(({ text }) => text.split('extraordinary').length === 10)).toBe(true)
    expect(blocks.filter((block) => block.furniture).map(({ text }) => text)).toEqual([
      'County Review of Measures 2020',
      'Page 1',
      'County Review of Measures 2020',
      'Page 2',
      'County Review of Measures 2020',
      'Page 3'
    ])
    expect(new Set(body.map((block) => block.page))).toEqual(new Set([1, 2, 3]))
  })
})

describe('a Chinese page in two columns, printed by a browser', () => {
  it('is read down its columns, though each character stands by itself', async () => {
    const { blocks, title } = first(await parse(join(fixtures, 'chinese-columns.pdf')))
    const said = (item: number) =>
      `${item}. 会议强调，要让群众最多跑一次，各地要抓紧落实第${item}项工作，长江、西安、风电、食品、页码、龙门和马鞍山等地先行先试，力争在年底前完成${item * 12}个重点项目建设任务[${item}]。`
    expect(title).toBe('冬季道路报告')
    expect(blocks.filter((block) => !block.furniture).map(({ text }) => text)).toEqual([
      '冬季道路报告',
      '2020年3月5日',
      ...Array.from({ length: 24 }, (_, at) => said(at + 1))
    ])
    expect(blocks.filter((block) => block.furniture).map(({ text }) => text)).toEqual([
      '冬季道路报告 2020',
      '1',
      '冬季道路报告 2020',
      '2'
    ])
  })
})

describe('a justified page in two columns with broken words', () => {
  it('says what the page says that it was printed from', async () => {
    const said = async (name: string) => {
      const { blocks } = first(await parse(join(fixtures, name)))
      // A note's mark is a raised figure here and a mark in brackets there.
      return blocks
        .filter(({ furniture, text }) => !furniture && text.length > 40)
        .map(({ text }) => text.replace(/(\[\d+\]|[⁰¹²³⁴-⁹]+)$/, ''))
    }
    const printed = await said('english-columns.pdf')
    expect(printed).toHaveLength(14)
    expect(printed).toEqual(await said('english-columns.html'))
  })
})

describe('raised and lowered figures on a printed page', () => {
  it('are notes, or powers, or parts of a formula; no character is named as a radical', async () => {
    const text = first(await parse(join(fixtures, 'raised.pdf')))
    expect(lines(text)).toEqual([
      'heading: Raised figures',
      'paragraph: The halls cover 120 km² and took in 3 × 10⁶ visitors, as CO2 fell by 2020[1].',
      'paragraph: A second note stands here[2] and the area is 45 m².',
      'paragraph: [1] The minutes say so.',
      'paragraph: 两场会议[3]强调，长江、西安、风电、食品、页码、鱼、鸟、黄、龙、齐、见、车、门、马。'
    ])
  })
})

describe('a table on a printed page', () => {
  it('is a table again, its cells whole, and nothing else is', async () => {
    const { blocks } = first(await parse(join(fixtures, 'table.pdf')))
    const rows = [0, 1, 2, 3].map((row) =>
      blocks.filter((block) => block.kind === 'cell' && block.row === row).map(({ text }) => text)
    )
    expect(rows).toEqual([
      ['County', 'What was counted', 'Tons'],
      [
        'North',
        'All grain that was brought to the gates of the town in the first week of autumn, and rice',
        '31,000'
      ],
      ['南山', 'Maize and soy', '9,800'],
      ['South', '', '120']
    ])
    expect(blocks.filter(({ kind }) => kind !== 'cell').map(({ text }) => text.slice(0, 20))).toEqual([
      'Harvest figures',
      'The office counted t',
      'After the table the ',
      '1. First it snowed.',
      '2. Then it thawed.'
    ])
  })
})
