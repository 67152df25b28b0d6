import type { Page } from '@playwright/test'
import axe, { type AxeResults } from 'axe-core'
import { inEachAppearance } from './appearances'

declare global {
  interface Window {
    axe: typeof axe
  }
}

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
/** What colours can break; all else is the same in each appearance. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/**
 * The violations of WCAG 2 A and AA that axe finds in the window as it is, in one line each: by every rule in light, by the
 * rules of colour in the other appearances.
 */
export async function violations(page: Page): Promise<string[]> {
  const lines: string[] = []
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  await inEachAppearance(page, async (appearance) => {
    const rules = appearance === 'light' ? everyRule : rulesOfColour
    const found: AxeResults['violations'] = await page.evaluate(async (runOnly) => {
      const { violations } = await window.axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
        preload: false,
        iframes: false
      })
      return violations
    }, rules)
    for (const { id, nodes } of found)
      for (const { target, failureSummary } of nodes)
        lines.push(`${appearance}, ${id}: ${target.join(' ')} – ${failureSummary?.split('\n')[1] ?? ''}`)
  })
  return lines
}
