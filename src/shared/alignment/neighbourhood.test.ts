import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neighbourhood } from './neighbourhood'

const oneToOne = (size: number) => Array.from({ length: size }, (_, at) => ({ a: [at], b: [at] }))

describe('the neighbourhood of a correction', () => {
  it('is some forty sentences to either side of a long text', () => {
    const found = neighbourhood(oneToOne(1000), { a: [500], b: [501] }, 1000, 1000)
    expect(found).toEqual({ a: { from: 460, to: 542 }, b: { from: 460, to: 542 } })
  })

  it('is never cut through a link, and holds all that is touched', () => {
    const shapes = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(shapes, fc.nat(), fc.nat(), (list, x, y) => {
        let [i, j] = [0, 0]
        const links = list.map(([m, n]) => {
          const link = {
            a: Array.from({ length: m }, (_, k) => i + k),
            b: Array.from({ length: n }, (_, k) => j + k)
          }
          i += m
          j += n
          return link
        })
        if (i === 0 || j === 0) return
        const touched = { a: [x % i], b: [y % j] }
        const { a, b } = neighbourhood(links, touched, i, j)
        expect(touched.a.every((each) => each >= a.from && each < a.to)).toBe(true)
        expect(touched.b.every((each) => each >= b.from && each < b.to)).toBe(true)
        for (const link of links) {
          if (link.a.length === 0 || link.b.length === 0) continue
          const inside = [
            ...link.a.map((each) => each >= a.from && each < a.to),
            ...link.b.map((each) => each >= b.from && each < b.to)
          ]
          expect(new Set(inside).size).toBe(1)
        }
      })
    )
  })
})
