import { describe, expect, it } from 'vitest'
import type { DocumentId } from '../../shared/model/ids'
import { LeftTexts } from './left-texts'

const id = (number: number) => `d${number}` as DocumentId

describe('the texts that a window has left', () => {
  it('are let go beyond a number, the one left first at first', () => {
    const left = new LeftTexts(2, 1000)
    expect(left.leave(id(1), 10)).toEqual([])
    expect(left.leave(id(2), 10)).toEqual([])
    expect(left.leave(id(3), 10)).toEqual([id(1)])
    expect(left.leave(id(2), 10)).toEqual([])
    expect(left.leave(id(4), 10)).toEqual([id(3)])
  })

  it('are let go beyond a number of characters; a single one that is longer too', () => {
    const left = new LeftTexts(10, 100)
    left.leave(id(1), 40)
    left.leave(id(2), 40)
    expect(left.leave(id(3), 50)).toEqual([id(1)])
    expect(left.leave(id(4), 200)).toEqual([id(2), id(3), id(4)])
  })

  it('stay for as long as they are shown again', () => {
    const left = new LeftTexts(1, 1000)
    left.leave(id(1), 10)
    left.comeBack(id(1))
    expect(left.leave(id(2), 10)).toEqual([])
  })
})
