import { describe, expect, it } from 'vitest'
import { fitName } from './plotted'

describe('a name in a chart', () => {
  it('is whole where it fits, else cut with a sign that says so; wide signs take more room', () => {
    expect(fitName('Winter', 100)).toBe('Winter')
    expect(fitName('Winter works meeting', 60)).toBe('Winter wo…')
    expect(fitName('冬季水利工作会议', 60)).toBe('冬季水利工…')
    expect(fitName('', 10)).toBe('')
    expect(fitName('Winter', 1)).toBe('…')
  })
})
