import { describe, expect, it } from 'vitest'
import type { LibraryColumn } from '../../shared/ipc/library-columns'
import { makeDocument } from '../../shared/testing/sample-records'
import { type ColumnFilters, fitsFilters, noValue } from './column-filters'
import { columnsOf, fitting, placeColumn, widthOf, widthsOfEmpty, withColumn } from './columns'

const text = {
  ...makeDocument('d1'),
  language: 'zh',
  rendering: 'source' as const,
  publisher: '省政府办公厅',
  published: { date: '2019-03-14', precision: 'day' as const },
  words: 1200,
  attributes: { Genre: 'Report' }
}
const fits = (filters: ColumnFilters) => fitsFilters(text, 3, filters)

describe('the columns of the library', () => {
  it('are the app’s own and the attributes of the project', () => {
    expect(columnsOf([text, makeDocument('d2')])).toContain('attribute:Genre')
    expect(columnsOf([])).not.toContain('attribute:Genre')
  })

  it('leave the title its room, and pass over what is too wide', () => {
    const columns: LibraryColumn[] = ['rendering', 'publisher', 'words']
    expect(fitting(columns, {}, 1200)).toEqual(columns)
    expect(fitting(columns, {}, 480)).toEqual(['rendering', 'words'])
    expect(fitting(columns, { rendering: 60 }, 500)).toEqual(columns.filter((each) => each !== 'words'))
    expect(fitting(columns, {}, 100)).toEqual([])
  })

  it('leave to the titles what they do not need, where no text says anything in them', () => {
    const columns: LibraryColumn[] = ['rendering', 'published', 'publisher', 'words']
    const bare = makeDocument('d2')
    expect(widthsOfEmpty(columns, [bare])).toEqual({ rendering: 96, published: 96, publisher: 96 })
    expect(widthsOfEmpty(columns, [bare, text])).toEqual({})
    expect(widthOf('publisher', { ...widthsOfEmpty(columns, [bare]), publisher: 300 })).toBe(300)
  })

  it('stand in the order that a hand gave them, and a new one where it usually stands', () => {
    const columns: LibraryColumn[] = ['rendering', 'publisher', 'words']
    expect(placeColumn(columns, 'words', 'rendering')).toEqual(['words', 'rendering', 'publisher'])
    expect(placeColumn(columns, 'rendering', 'publisher')).toEqual(['publisher', 'rendering', 'words'])
    expect(placeColumn(columns, 'source', 'words')).toEqual(columns)
    expect(withColumn(columns, 'published', columnsOf([]))).toEqual([
      'rendering',
      'published',
      'publisher',
      'words'
    ])
    expect(withColumn(columns, 'attribute:Genre', columnsOf([text]))).toEqual([...columns, 'attribute:Genre'])
  })

  it.each<[ColumnFilters, boolean]>([
    [{}, true],
    [{ published: ' ' }, true],
    [{ published: '2019' }, true],
    [{ published: '2018..2019' }, true],
    [{ published: '2018..2019-02' }, false],
    [{ published: '2019-03-15..' }, false],
    [{ event: '2019' }, text.event !== null],
    [{ words: '1,000..' }, true],
    [{ words: '..500' }, false],
    [{ words: '1200' }, true],
    [{ annotations: '1..' }, true],
    [{ annotations: '0' }, false],
    [{ language: 'zh' }, true],
    [{ language: noValue }, false],
    [{ rendering: 'official' }, false],
    [{ publisher: '办公' }, true],
    [{ 'attribute:Genre': 'report' }, true],
    [{ 'attribute:Other': 'report' }, false],
    [{ words: '1000..', publisher: 'x' }, false]
  ])('filter by %j', (filters, expected) => expect(fits(filters)).toBe(expected))
})
