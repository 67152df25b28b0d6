import type { JSHandle } from '@playwright/test'
import { type Appearance, appearances } from './appearances'

interface Contrast {
  /** Which of the elements. */
  readonly element: number
  readonly appearance: Appearance
  readonly contrast: number
}

/**
 * The contrast (WCAG 2.2, 1.4.3) in each appearance of the words, or where there are none the lines of the icon, in elements
 * as they would be drawn now: colours as computed, grounds and opacities laid over each other down to the window. 21 where
 * one has neither. Asked in one go, so that nothing is drawn in between; transitions have to be stopped.
 *
 * @param only the number of the one that is asked about; all where it is not given
 */
export function contrastInEach(
  elements: JSHandle<readonly Element[]>,
  only?: number
): Promise<readonly Contrast[]> {
  return elements.evaluate(
    (all, given) => {
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = 1
      const context = canvas.getContext('2d', { willReadFrequently: true })
      type Colour = readonly [number, number, number, number]
      const colours = new Map<string, Colour>()
      const read = (css: string): Colour => {
        const known = colours.get(css)
        if (known) return known
        if (!context) throw new Error('no canvas')
        context.clearRect(0, 0, 1, 1)
        context.fillStyle = css
        context.fillRect(0, 0, 1, 1)
        const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
        const colour: Colour = [red, green, blue, alpha / 255]
        colours.set(css, colour)
        return colour
      }
      const { dataset } = document.documentElement
      const before = dataset.appearance ?? ''
      const found = given.appearances.flatMap((appearance) => {
        dataset.appearance = appearance
        return all.flatMap((root, element) =>
          given.only === undefined || given.only === element
            ? [{ element, appearance, contrast: contrastNow(root) }]
            : []
        )
      })
      dataset.appearance = before
      return found

      function contrastNow(root: Element): number {
        const over = (top: Colour, below: Colour): Colour => {
          const mix = (at: 0 | 1 | 2) => top[at] * top[3] + below[at] * (1 - top[3])
          return [mix(0), mix(1), mix(2), 1]
        }
        const groundOf = (at: Element | null): Colour => {
          if (!at) return [255, 255, 255, 1]
          const own = read(getComputedStyle(at).backgroundColor)
          return own[3] === 1 ? own : over(own, groundOf(at.parentElement))
        }
        const luminance = ([red, green, blue]: Colour) => {
          const [r = 0, g = 0, b = 0] = [red, green, blue].map((each) => {
            const part = each / 255
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
          })
          return 0.2126 * r + 0.7152 * g + 0.0722 * b
        }
        const seen = (at: Element) => {
          let opacity = 1
          for (let each: Element | null = at; each; each = each.parentElement)
            opacity *= Number(getComputedStyle(each).opacity)
          return opacity
        }
        const isDrawn = (at: Element) =>
          at.getClientRects().length > 0 && getComputedStyle(at).visibility === 'visible'
        const isWords = (at: Element) =>
          [...at.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
        const all = [root, ...root.querySelectorAll('*')].filter(isDrawn)
        const words = all.filter(isWords)
        const drawn = words.length > 0 ? words : all.filter((each) => each instanceof SVGSVGElement)
        const ratios = drawn.map((each) => {
          const ground = groundOf(each)
          const [red, green, blue, alpha] = read(getComputedStyle(each).color)
          const ink = over([red, green, blue, alpha * seen(each)], ground)
          const [light = 0, dark = 0] = [luminance(ink), luminance(ground)].sort((a, b) => b - a)
          return (light + 0.05) / (dark + 0.05)
        })
        return Math.min(21, ...ratios)
      }
    },
    { appearances, only }
  )
}
