import { describe, expect, it } from 'vitest'
import { dateIn, titleIn } from './patterns'

describe('what the name of a file says', () => {
  it.each([
    ['2018-12-05 bulletin.txt', '2018-12-05'],
    ['bulletin_20181205.html', '2018-12-05'],
    ['2018年12月5日公报.docx', '2018-12-05'],
    ['report 2018_12.pdf', '2018-12'],
    ['plan 2018.pdf', '2018'],
    ['000_59df1267fed0c62f.txt', ''],
    ['no. 120456789.txt', '']
  ])('%s: %s', (name, date) => {
    expect(dateIn(name)).toBe(date)
  })

  it('makes a title of it', () => {
    expect(titleIn('20181205_winter-works_meeting.txt')).toBe('winter works meeting')
    expect(titleIn('一张表、跑一次.docx')).toBe('一张表、跑一次')
  })
})
