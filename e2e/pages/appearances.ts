import type { Page } from '@playwright/test'

export const appearances = ['light', 'sepia', 'dark'] as const
export type Appearance = (typeof appearances)[number]

/** Colours change at once from here on, so that what is looked at next is never between two. */
export function stopTransitions(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('*, *::before, *::after { transition: none !important; }')
    document.adoptedStyleSheets.push(sheet)
  })
}

/** Does something in each appearance, in the state in which the window is, and goes back to the one that there was. */
export async function inEachAppearance(
  page: Page,
  does: (appearance: Appearance) => Promise<void>
): Promise<void> {
  const set = (appearance: string) =>
    page.evaluate((wanted) => {
      const before = document.documentElement.dataset.appearance ?? ''
      document.documentElement.dataset.appearance = wanted
      return before
    }, appearance)
  const before = await set('light')
  for (const appearance of appearances) {
    await set(appearance)
    await does(appearance)
  }
  await set(before)
}
