import type { ElementHandle } from '@playwright/test'

/**
 * The contrast (WCAG 2.2, 1.4.3) of the words, or where there are none the lines of the icon, in an element as it is drawn
 * now: colours as computed, grounds and opacities laid over each other down to the window. 21 where it has neither.
 */
export function contrastOf(element: ElementHandle<Node>): Promise<number> {
  return element.evaluate((root) => {
    if (!(root instanceof Element)) return 21
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1
    const context = canvas.getContext('2d', { willReadFrequently: true })
    type Colour = readonly [number, number, number, number]
    const read = (css: string): Colour => {
      if (!context) throw new Error('no canvas')
      context.clearRect(0, 0, 1, 1)
      context.fillStyle = css
      context.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
      return [red, green, blue, alpha / 255]
    }
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
    const isWords = (at: Element) =>
      [...at.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
    const all = [root, ...root.querySelectorAll('*')].filter((each) => each.getClientRects().length > 0)
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
  })
}
