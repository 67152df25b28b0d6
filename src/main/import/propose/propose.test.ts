import { describe, expect, it } from 'vitest'
import type { ParsedBlock, RawText, StatedMetadata } from '../parsed'
import { settleLanguage } from './language'
import { machineSigns } from './machine-signs'
import { propose } from './propose'

const paragraphs = (...texts: string[]): ParsedBlock[] =>
  texts.map((text) => ({ kind: 'paragraph', text, furniture: false }))
const proposed = (blocks: readonly ParsedBlock[], stated: StatedMetadata = {}, own: Partial<RawText> = {}) =>
  propose({ blocks, stated, ...own }, 'weir notes.txt')

const sentence =
  'The keeper writes the level of the river into his book every morning and again in the evening.'

describe('a text without a title', () => {
  it.each([
    ['a dialogue', ['“Is the gate open?”', '“It is shut.”', sentence]],
    ['an interview', ['Q: When did you come here?', `A: In spring. ${sentence}`, 'Q: And then?']],
    ['an interview with names', ['Clerk: When did you come here', sentence, sentence]],
    ['a letter', ['Dear Mrs Weir,', sentence, 'Yours, A. Clerk']],
    ['a letter with its day', ['Millbrook, 5 March 1871', 'Dear Sir', sentence]],
    ['a diary', ['5 March 1871', sentence, sentence]],
    ['a poem', ['Grey is the weir', 'and grey the gate', 'and late', 'the hour']],
    ['sentences', [sentence, sentence]],
    ['a Chinese letter', ['尊敬的主任：', '每天早晨水位由值班人员登记，傍晚再核对一次，账目每月贴在墙上。']],
    [
      'a Chinese interview',
      ['记者：您什么时候来的', '每天早晨水位由值班人员登记，傍晚再核对一次，账目每月贴在墙上。']
    ]
  ])('is called by its file, and nothing of it becomes something else: %s', (_, lines) => {
    const text = proposed(paragraphs(...lines))
    expect(text.title).toBe('weir notes')
    expect(text.blocks).toEqual(paragraphs(...lines))
  })

  it('of a table is called by its row', () => {
    expect(proposed(paragraphs(sentence), {}, { part: '7', bare: true }).title).toBe('weir notes · 7')
  })
})

describe('a title', () => {
  it('is a first line that is no sentence, before sentences', () => {
    const text = proposed(paragraphs('The weir and its keeper', sentence))
    expect([text.title, text.blocks[0]?.kind]).toEqual(['The weir and its keeper', 'heading'])
  })
  it('may ask, where a line of date and source follows; a label above it belongs to the page', () => {
    const text = proposed(
      paragraphs('Local news', '“Grey weir”: who opens the gate?', 'Date: 2019-05-21 Source: Post', sentence)
    )
    expect(text.title).toBe('“Grey weir”: who opens the gate?')
    expect(text.blocks.map(({ furniture }) => furniture)).toEqual([true, false, true, false])
    expect(text.published?.date).toBe('2019-05-21')
  })
  it('is what the file states rather than a line of the text', () => {
    const heading: ParsedBlock = { kind: 'heading', level: 1, text: 'Monday', furniture: false }
    expect(proposed([heading, ...paragraphs(sentence)], { title: 'Field notes' }).title).toBe('Field notes')
    expect(proposed(paragraphs('The weir', sentence), { title: 'Field notes' }).title).toBe('Field notes')
    const weir: ParsedBlock = { ...heading, text: 'The weir' }
    expect(proposed([weir, ...paragraphs(sentence)], { title: 'The weir – River Post' }).title).toBe(
      'The weir'
    )
  })
})

describe('lines of the text are no furniture', () => {
  it.each([
    'Close the gate.',
    'Next morning we went to the weir.',
    'Print it twice, he said.',
    'Editor: What did you see there?',
    'The office changed its privacy policy in May.',
    'You are here because of the weir.',
    '记者：您什么时候来的？'
  ])('%s', (line) => {
    expect(proposed(paragraphs(sentence, line, sentence)).blocks[1]?.furniture).toBe(false)
  })
  it.each([
    'Next: The gate',
    'Share this page',
    '上一篇：水位',
    'Home page > News > Weirs',
    'Privacy policy | Terms of use'
  ])('but %s is', (line) => {
    expect(proposed(paragraphs(sentence, line, sentence)).blocks[1]?.furniture).toBe(true)
  })
})

describe('dates', () => {
  it('are none where a program counts from them, else what the name of the file says', () => {
    const blocks = paragraphs(sentence)
    expect(propose({ blocks, stated: { published: '1970-01-01T00:00:00Z' } }, 'a.txt').published).toBeNull()
    expect(propose({ blocks, stated: {} }, 'survey-1987.txt').published).toEqual({
      date: '1987',
      precision: 'year'
    })
    expect(propose({ blocks, stated: {} }, '1987-1990 a.txt').published).toBeNull()
    expect(propose({ blocks, stated: {} }, 'a2_19871267f.txt').published).toBeNull()
  })
})

describe('the language', () => {
  const chinese = '每天早晨水位由值班人员登记，傍晚再核对一次，账目每月贴在墙上。'
  const german =
    'Jeden Morgen schreibt der Wärter den Stand des Flusses in sein Buch, und am Abend noch einmal. '.repeat(
      4
    )
  it.each([
    ['en', chinese, 'zh'],
    ['zh-TW', chinese, 'zh-TW'],
    ['en-US', german, 'de'],
    ['en-GB', sentence.repeat(4), 'en-GB'],
    ['la', sentence.repeat(4), 'la'],
    ['en', 'Weir', 'en'],
    ['zh', sentence.repeat(4), 'en']
  ])('stated as %s, is told by the text before that', (stated, text, expected) => {
    expect(settleLanguage(stated, text)).toBe(expected)
  })
  it('of a few words is not known', () => {
    expect(settleLanguage(null, 'Weir, gate')).toBe('und')
    expect(settleLanguage(null, '水位')).toBe('zh')
  })
})

describe('machine translation', () => {
  it('is proposed by how often its signs stand, and by three of them', () => {
    const book = `${sentence} `.repeat(300)
    expect(machineSigns(`${book} The gate gate. He came on the 4st. The jarX.`)).toEqual([])
    const bad = 'The meeting meeting of the 2021th year.It graspthe work.The wodK stands. '.repeat(3)
    expect(proposed(paragraphs(`${sentence} ${bad}`)).rendering).toBe('machine')
    expect(proposed(paragraphs(`${sentence} The gate gate of the 2021th year.`)).rendering).toBe('unknown')
    expect(machineSigns('He had had it that that way, very very well, and knock knock.')).toEqual([])
  })
})
