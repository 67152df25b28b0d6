import { describe, expect, it } from 'vitest'
import { columnsInRoom, lastTurn, leastColumnPx, turnShowing, visibleColumns } from './visible-columns'

describe('how many versions are read beside one another', () => {
  it('is two in a small window, whatever room its panels leave', () => {
    expect([640, 900, 999].map((width) => columnsInRoom(width, width))).toEqual([2, 2, 2])
  })

  it('is four in a usual one, and fewer where its panels leave less than a column needs', () => {
    expect(columnsInRoom(1182, 1440)).toBe(4)
    expect(columnsInRoom(872, 1440)).toBe(3)
    expect(columnsInRoom(1032, 1280)).toBe(3)
    expect(columnsInRoom(800, 1000)).toBe(2)
    expect(columnsInRoom(500, 1100)).toBe(2)
  })

  it('grows with the room, and with every one of them a column has its least width', () => {
    const widths = Array.from({ length: 2000 }, (_, more) => 700 + more)
    const counts = widths.map((width) => columnsInRoom(width, 1440))
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    for (const [at, columns] of counts.entries())
      expect(((widths[at] ?? 0) - 114 - 26 * (columns + 1)) / columns).toBeGreaterThanOrEqual(leastColumnPx)
  })
})

describe('which versions are shown where not all have room', () => {
  it('is all of them where they have room', () => {
    expect(visibleColumns(3, 4, 1, 2)).toEqual([0, 1, 2])
  })

  it('is the one that the others are held against, and each of the others in turn', () => {
    expect([0, 1, 2].map((turn) => visibleColumns(4, 2, 1, turn))).toEqual([
      [0, 1],
      [1, 2],
      [1, 3]
    ])
    expect([0, 1].map((turn) => visibleColumns(4, 3, 0, turn))).toEqual([
      [0, 1, 2],
      [0, 2, 3]
    ])
  })

  it('never ends beyond the last one', () => {
    expect(visibleColumns(4, 2, 0, 9)).toEqual([0, 3])
    expect([lastTurn(4, 2), lastTurn(4, 3), lastTurn(3, 4)]).toEqual([2, 1, 0])
  })

  it('lets any column be brought into sight, and moves no farther than that takes', () => {
    for (const most of [2, 3])
      for (const kept of [0, 1, 3])
        for (const turn of [0, 1, 2].filter((each) => each <= lastTurn(4, most)))
          for (const column of [0, 1, 2, 3]) {
            const next = turnShowing(column, most, kept, turn)
            expect(visibleColumns(4, most, kept, next)).toContain(column)
            if (visibleColumns(4, most, kept, turn).includes(column)) expect(next).toBe(turn)
          }
  })
})
