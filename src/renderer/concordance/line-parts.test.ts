import { describe, expect, it } from 'vitest'
import type { ConcordanceLine } from '../../shared/concordance/lines'
import type { ContentHash, DocumentId } from '../../shared/model/ids'
import { fittingStart } from './fit-context'
import { LinePages, pageLines } from './line-pages'
import { lineKey, toggled } from './ticked-lines'

const line = (start: number): ConcordanceLine => ({
  document: 'd1' as DocumentId,
  revision: 'r1' as ContentHash,
  start,
  end: start + 1,
  block: 0,
  left: '',
  hit: 'x',
  right: '',
  slots: [],
  group: null,
  codings: []
})

describe('a left context', () => {
  const letters = (part: string) => part.length

  it('is cut at a whole word', () => {
    const text = 'the office opened late '
    expect(text.slice(fittingStart(text, 14, letters))).toBe('opened late ')
    expect(text.slice(fittingStart(text, 12, letters))).toBe('opened late ')
    expect(text.slice(fittingStart(text, 11, letters))).toBe('late ')
    expect(fittingStart(text, 99, letters)).toBe(0)
  })

  it('is cut between any two Chinese characters, and not within a word beside them', () => {
    const text = '办事窗口合而为一online多数'
    expect(text.slice(fittingStart(text, 3, letters))).toBe('多数')
    expect(text.slice(fittingStart(text, 9, letters))).toBe('一online多数')
  })

  it('says nothing rather than half a word', () => {
    expect(fittingStart('incomprehensibilities', 5, letters)).toBe(21)
  })
})

describe('the pages of lines', () => {
  const page = (from: number, version: number) => ({
    version,
    from,
    lines: Array.from({ length: pageLines }, (_, at) => line(from + at))
  })

  it('are asked for once a state of the lines, and stay in sight until the next has come', () => {
    const pages = new LinePages().with(page(0, 1)).with(page(pageLines, 1))
    expect(pages.missing(10, 2 * pageLines + 5, 1)).toEqual([2])
    expect(pages.missing(10, 20, 2)).toEqual([0])
    expect(pages.line(pageLines + 3)?.start).toBe(pageLines + 3)
    expect(pages.stale().missing(0, 5, 1)).toEqual([0])
    expect(pages.stale().line(5)?.start).toBe(5)
  })

  it('are kept within a bound', () => {
    let pages = new LinePages()
    for (let at = 0; at < 200; at++) pages = pages.with(page(at * pageLines, 1))
    expect(pages.line(0)).toBeUndefined()
    expect(pages.line(199 * pageLines)).toBeDefined()
  })
})

describe('ticks', () => {
  it('are set on all lines where one was not ticked, and taken from all where all were', () => {
    const one = toggled(new Map(), [line(1)])
    const both = toggled(one, [line(1), line(2)])
    expect([...both.keys()]).toEqual([lineKey(line(1)), lineKey(line(2))])
    expect(toggled(both, [line(1), line(2)]).size).toBe(0)
  })
})
