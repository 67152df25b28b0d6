import { describe, expect, it } from 'vitest'
import type { Locator } from '../../shared/export/excerpt-record'
import { plainText, type RichText } from '../../shared/export/rich-text'
import type { VariorumDocument } from '../../shared/model/document'
import { sampleExcerpt } from '../export/testing/sample-models'
import type { CitationLanguage } from './locator'
import { type Citer, makeCiter } from './make-citer'
import {
  book,
  chineseBook,
  news,
  page,
  sources,
  translation,
  undated,
  unknown
} from './testing/sample-sources'

/** Italics as `_…_`, raised as `^…^`. */
function written(text: RichText): string {
  return text
    .map((run) => (run.italic ? `_${run.text}_` : run.superscript ? `^${run.text}^` : run.text))
    .join('')
}

const nowhere: Locator = {
  page: null,
  sheet: null,
  time: null,
  paragraph: null,
  sentence: null,
  begins: null
}

function citerOf(style: string, language: CitationLanguage, documents = sources): Citer {
  return makeCiter({ style, opened: null, language, placement: 'notes', documents })
}

function cite(citer: Citer, document: VariorumDocument, locator: Partial<Locator> = {}) {
  const excerpt = sampleExcerpt(document, '', { document: document.id, locator: { ...nowhere, ...locator } })
  return citer.cite(excerpt)
}

function entriesOf(style: string, language: CitationLanguage): string[] {
  const citer = citerOf(style, language)
  for (const each of sources) cite(citer, each)
  return citer.bibliography().map(({ entry }) => written(entry))
}

const on12 = { page: { from: '12', to: '12' } }

describe('Chicago, notes and bibliography', () => {
  it('has full notes', () => {
    const citer = citerOf('chicago-notes-bibliography', 'en')
    const note = (document: VariorumDocument, at?: Partial<Locator>) =>
      written(cite(citer, document, at).note)
    expect(note(book, on12)).toBe(
      'Maria van der Gogh and John Roe Jr., _A Short History of Ferries_ (Hull: Pier Press, 2001), 12.'
    )
    expect(note(news)).toBe('Anna Clerk, “The Harbour Office Opens,” _Harbour Gazette_, May 21, 2019.')
    expect(note(page, { paragraph: { from: 4, to: 4 } })).toBe(
      'Provincial Office for Harbours, “Opening Hours” (Provincial Office for Harbours, March 2020), para. 4, accessed March 2, 2026, https://example.org/hours.'
    )
    expect(note(translation)).toBe(
      'Inês Duarte, _The Clerk at the Window_, official translation, trans. Anna Clerk (London: Quay Books, 1998).'
    )
    expect(note(chineseBook, on12)).toBe('李小明, 港口办事指南 (北京: 海港出版社, 2015), 12.')
    expect(note(undated)).toBe('“Untitled Notes,” n.d.')
  })

  it('states nothing that was only proposed', () => {
    const citer = citerOf('chicago-notes-bibliography', 'en')
    expect(written(cite(citer, unknown).note)).toBe('“Notice to Visitors,” [2018-12?].')
  })

  it('shortens what was cited before, and names the author alone right after', () => {
    const citer = citerOf('chicago-notes-bibliography', 'en')
    cite(citer, book, on12)
    expect(written(cite(citer, book, { page: { from: '13', to: '14' } }).note)).toBe(
      'van der Gogh and Roe, 13–14.'
    )
    cite(citer, news)
    expect(written(cite(citer, book, on12).note)).toBe(
      'van der Gogh and Roe, _A Short History of Ferries_, 12.'
    )
  })

  it('has a bibliography', () => {
    expect(entriesOf('chicago-notes-bibliography', 'en')).toEqual([
      'Clerk, Anna. “The Harbour Office Opens.” _Harbour Gazette_, May 21, 2019.',
      'Duarte, Inês. _The Clerk at the Window_. Official translation. Translated by Anna Clerk. London: Quay Books, 1998.',
      'Gogh, Maria van der, and John Roe Jr. _A Short History of Ferries_. Hull: Pier Press, 2001.',
      '“Notice to Visitors,” [2018-12?].',
      'Provincial Office for Harbours. “Opening Hours.” Provincial Office for Harbours, March 2020. Accessed March 2, 2026. https://example.org/hours.',
      '“Untitled Notes,” n.d.',
      '李小明. 港口办事指南. 北京: 海港出版社, 2015.'
    ])
  })

  it('cites each work in its own language in a Chinese export', () => {
    const citer = citerOf('chicago-notes-bibliography', 'zh-CN')
    expect(written(cite(citer, chineseBook, { ...on12, paragraph: { from: 4, to: 4 } }).note)).toBe(
      '李小明, 《港口办事指南》 (北京: 海港出版社, 2015), 第12页，第4段.'
    )
    expect(written(cite(citer, news, on12).note)).toBe(
      'Anna Clerk, “The Harbour Office Opens,” _Harbour Gazette_, May 21, 2019, 12.'
    )
    expect(entriesOf('chicago-notes-bibliography', 'zh-CN')[0]).toBe(
      '李小明. 《港口办事指南》. 北京: 海港出版社, 2015.'
    )
  })
})

describe('Chicago, author-date', () => {
  it('cites in brackets, and the whole work where it stands alone', () => {
    const citer = citerOf('chicago-author-date', 'en')
    expect(written(cite(citer, book, on12).inText)).toBe('(van der Gogh and Roe 2001, 12)')
    expect(written(cite(citer, translation).inText)).toBe('(Duarte [1974] 1998)')
    expect(written(cite(citer, chineseBook).inText)).toBe('(李小明 2015)')
    expect(written(cite(citer, unknown).inText)).toBe('(“Notice to Visitors” [2018-12?])')
    expect(written(cite(citer, undated).inText)).toBe('(“Untitled Notes,” n.d.)')
    expect(written(cite(citer, news, on12).note)).toBe(
      'Clerk, Anna. 2019. “The Harbour Office Opens.” _Harbour Gazette_, May 21, 2019, p. 12.'
    )
  })

  it('has a bibliography', () => {
    expect(entriesOf('chicago-author-date', 'en').slice(0, 4)).toEqual([
      'Clerk, Anna. 2019. “The Harbour Office Opens.” _Harbour Gazette_, May 21, 2019.',
      'Duarte, Inês. (1974) 1998. _The Clerk at the Window_. Official translation. Translated by Anna Clerk. London: Quay Books.',
      'Gogh, Maria van der, and John Roe Jr. 2001. _A Short History of Ferries_. Hull: Pier Press.',
      '“Notice to Visitors.” [2018-12?].'
    ])
    expect(entriesOf('chicago-author-date', 'zh-CN')[0]).toBe(
      '李小明. 2015. 《港口办事指南》. 北京: 海港出版社.'
    )
  })

  it('tells works of one year by letters', () => {
    const other = { ...news, id: 'other' as typeof news.id, title: 'A second opening' }
    const citer = citerOf('chicago-author-date', 'en', [news, other])
    expect(written(cite(citer, news).inText)).toBe('(Clerk 2019b)')
    expect(written(cite(citer, other).inText)).toBe('(Clerk 2019a)')
  })
})

describe('APA', () => {
  it('cites in brackets', () => {
    const citer = citerOf('apa', 'en')
    expect(written(cite(citer, book, on12).inText)).toBe('(van der Gogh & Roe, 2001, p. 12)')
    expect(written(cite(citer, page, { paragraph: { from: 4, to: 4 } }).inText)).toBe(
      '(Provincial Office for Harbours, 2020, para. 4)'
    )
    expect(written(cite(citer, translation).inText)).toBe('(Duarte, 1974/1998)')
    expect(written(cite(citer, undated).inText)).toBe('(_Untitled Notes_, n.d.)')
  })

  it('has a list of references', () => {
    expect(entriesOf('apa', 'en')).toEqual([
      'Clerk, A. (2019, May 21). The harbour office opens. _Harbour Gazette_.',
      'Duarte, I. (1998). _The clerk at the window_ (A. Clerk, Trans.) [Official translation]. Quay Books. (Original work published 1974)',
      '_Notice to visitors_. ([2018-12?]).',
      'Provincial Office for Harbours. (2020, March). _Opening hours_. https://example.org/hours',
      '_Untitled notes_. (n.d.).',
      'van der Gogh, M., & Roe, J., Jr. (2001). _A short history of ferries_. Pier Press.',
      '李小明. (2015). 港口办事指南. 海港出版社.'
    ])
    expect(entriesOf('apa', 'zh-CN')[0]).toBe('李小明. (2015). 《港口办事指南》. 海港出版社.')
  })

  it('joins an institution to persons as it joins persons', () => {
    const office = { literal: 'Harbour Office' }
    const both = {
      ...news,
      csl: { ...news.csl, author: [...(news.csl.author ?? []), office, { literal: '李四' }] }
    }
    expect(written(cite(citerOf('apa', 'en', [both]), both).note)).toBe(
      'Clerk, A., Harbour Office, & 李四. (2019, May 21). The harbour office opens. _Harbour Gazette_.'
    )
  })

  it('has a Chinese day in Chinese order, and begins a subtitle with a capital', () => {
    const chineseNews = {
      ...news,
      title: '港务办公室开门',
      language: 'zh',
      publisher: '港报',
      csl: { ...news.csl, author: [{ family: '李', given: '四' }] }
    }
    const titled = { ...news, title: 'The office: a report' }
    const entry = (document: VariorumDocument, language: CitationLanguage) =>
      written(cite(citerOf('apa', language, [document]), document).note)
    expect(entry(chineseNews, 'zh-CN')).toBe('李四. (2019, 5月21日). 《港务办公室开门》. 《港报》.')
    expect(entry(titled, 'en')).toBe('Clerk, A. (2019, May 21). The office: A report. _Harbour Gazette_.')
  })
})

describe('MLA', () => {
  it('cites in brackets', () => {
    const citer = citerOf('mla', 'en')
    expect(written(cite(citer, book, on12).inText)).toBe('(van der Gogh and Roe 12)')
    expect(written(cite(citer, page, { paragraph: { from: 4, to: 4 } }).inText)).toBe(
      '(Provincial Office for Harbours, par. 4)'
    )
    expect(written(cite(citer, unknown).inText)).toBe('(_Notice to Visitors_)')
  })

  it('has a list of works cited', () => {
    expect(entriesOf('mla', 'en')).toEqual([
      'Clerk, Anna. “The Harbour Office Opens.” _Harbour Gazette_, 21 May 2019.',
      'Duarte, Inês. _The Clerk at the Window_. 1974. Translated by Anna Clerk, Quay Books, 1998. Official translation.',
      '_Notice to Visitors_. [2018-12?].',
      'Provincial Office for Harbours. _Opening Hours_. Provincial Office for Harbours, Mar. 2020, https://example.org/hours. Accessed 2 Mar. 2026.',
      '_Untitled Notes_.',
      'van der Gogh, Maria, and John Roe Jr. _A Short History of Ferries_. Pier Press, 2001.',
      '李小明. 港口办事指南. 海港出版社, 2015.'
    ])
    expect(entriesOf('mla', 'zh-CN')[0]).toBe('李小明. 《港口办事指南》. 海港出版社, 2015.')
  })
})

describe.each(['en', 'zh-CN'] as const)('GB/T 7714 in %s', (language) => {
  it('numbers works in the order in which they are cited, pages raised behind the number', () => {
    const citer = citerOf('gb-t-7714-numeric', language)
    expect(written(cite(citer, book, on12).inText)).toBe('^[1]12^')
    expect(written(cite(citer, chineseBook, { paragraph: { from: 4, to: 5 } }).inText)).toBe('^[5]第4-5段^')
    expect(written(cite(citer, book).inText)).toBe('^[1]^')
    expect(citer.bibliography().map(({ document }) => document)).toEqual([book.id, chineseBook.id])
  })

  it('has each work in its own language', () => {
    expect(entriesOf('gb-t-7714-numeric', language)).toEqual([
      '[1] VAN DER GOGH M, ROE J Jr. A short history of ferries[M]. Hull: Pier Press, 2001.',
      '[2] CLERK A. The harbour office opens[N]. Harbour Gazette, 2019-05-21.',
      '[3] PROVINCIAL OFFICE FOR HARBOURS. Opening hours[EB/OL]. Provincial Office for Harbours, 2020[2026-03-02]. https://example.org/hours.',
      '[4] DUARTE I. The clerk at the window[M]. CLERK A, tran. London: Quay Books, 1998. Official translation.',
      '[5] 李小明. 港口办事指南[M]. 北京: 海港出版社, 2015.',
      '[6] Notice to visitors[Z]. [2018-12?].',
      '[7] Untitled notes[Z].'
    ])
  })

  it('cites by author and year, pages raised behind the bracket', () => {
    const citer = citerOf('gb-t-7714-author-date', language)
    expect(written(cite(citer, chineseBook, on12).inText)).toBe('(李小明, 2015)^12^')
    expect(written(cite(citer, book).inText)).toBe('(van der Gogh et al., 2001)')
    expect(entriesOf('gb-t-7714-author-date', language)).toContain(
      '李小明, 2015. 港口办事指南[M]. 北京: 海港出版社.'
    )
    expect(entriesOf('gb-t-7714-author-date', language)).toContain(
      'CLERK A, 2019. The harbour office opens[N]. Harbour Gazette, 2019-05-21.'
    )
  })
})

describe('what a citation points to', () => {
  const at = (locator: Partial<Locator>, language: CitationLanguage, document = news) => {
    const citer = citerOf('chicago-author-date', language)
    return plainText(cite(citer, document, locator).inText)
  }
  it.each<[string, Partial<Locator>, string, string]>([
    ['the printed page', { page: { from: 'iv', to: 'v' } }, 'iv–v', '第iv–v页'],
    [
      'the page, said to be one where something stands beside it',
      { page: { from: 'A-1', to: 'A-1' }, paragraph: { from: 5, to: 5 } },
      'p. A-1, para. 5',
      '第A-1页，第5段'
    ],
    [
      'pages and a sentence',
      { page: { from: '12', to: '13' }, paragraph: { from: 4, to: 4 }, sentence: 2 },
      'pp. 12–13, para. 4, sentence 2',
      '第12–13页，第4段第2句'
    ],
    ['the sheet, said to be one', { sheet: { from: 4, to: 4 } }, 'sheet 4', '第4张'],
    [
      'sheets',
      { sheet: { from: 4, to: 5 }, paragraph: { from: 2, to: 2 } },
      'sheets 4–5, para. 2',
      '第4–5张，第2段'
    ],
    [
      'paragraph and sentence',
      { paragraph: { from: 4, to: 4 }, sentence: 2 },
      'para. 4, sentence 2',
      '第4段第2句'
    ],
    ['time', { time: { from: '0:12:33', to: '0:12:40' } }, '0:12:33–0:12:40', '0:12:33–0:12:40'],
    ['a heading', { begins: 'heading', paragraph: { from: 1, to: 1 } }, 'heading, para. 1', '标题，第1段'],
    ['what has no number', { begins: 'unnumbered' }, 'outside the numbered paragraphs', '不在编号段落内']
  ])('is %s', (_, locator, english, chinese) => {
    expect(at(locator, 'en')).toBe(`(Clerk 2019, ${english})`)
    expect(at(locator, 'zh-CN', chineseBook)).toBe(`(李小明 2015, ${chinese})`)
  })
})
