import fc from 'fast-check'
import { expect, it } from 'vitest'
import { overlap, placeCard } from './place-card'

const window = { width: 900, height: 600 }
const card = { width: 300, height: 190 }

it('covers nothing of what it speaks of where there is room on any side', () => {
  const box = fc
    .tuple(fc.nat(880), fc.nat(580), fc.integer({ min: 10, max: 500 }), fc.integer({ min: 10, max: 300 }))
    .map(([left, top, width, height]) => ({
      left,
      top,
      width: Math.min(width, 900 - left),
      height: Math.min(height, 600 - top)
    }))
  fc.assert(
    fc.property(box, (target) => {
      const place = placeCard(target, card, window)
      expect(place.left).toBeGreaterThanOrEqual(0)
      expect(place.left + card.width).toBeLessThanOrEqual(window.width)
      expect(place.top).toBeGreaterThanOrEqual(0)
      expect(place.top + card.height).toBeLessThanOrEqual(window.height)
      const room = Math.max(
        target.left - card.width,
        window.width - target.left - target.width - card.width,
        target.top - card.height,
        window.height - target.top - target.height - card.height
      )
      // The gaps on both sides of the card.
      if (room >= 24) expect(overlap({ ...place, ...card }, target)).toBe(0)
    })
  )
})

it('stands in the corner where it covers least of what fills the window', () => {
  const target = { left: 0, top: 0, width: 880, height: 420 }
  const place = placeCard(target, card, window)
  expect(place.top).toBe(600 - 190 - 12)
})
