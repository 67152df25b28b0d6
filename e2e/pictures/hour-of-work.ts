import { expect } from '../fixtures'
import type { Desk } from '../pages/desk'

/** A bulletin with overlapping highlights and a memo, as it looks after an hour's work. */
export async function work(desk: Desk): Promise<void> {
  await desk.openDocument('Province Calls for a Running Start')
  await desk.code(
    'golden season for stockpiling materials, for design and for attracting investors',
    'exhortation'
  )
  await desk.code('one main axis and six pairs', 'numbers')
  await desk.code('timetable for each of the 120 key projects', 'figures')
  await desk.code('let the data run the errands so that people need come only once', 'government service')
  await desk.code('people need come only once', 'one visit')
  await desk.page.keyboard.press('m')
  await desk.page.keyboard.type(
    'The source has the government run the second time. “Make it” is the bureau’s.'
  )
  await desk.page.keyboard.press('Escape')
  await desk.code('Ice and snow should be managed as mountains of gold and silver', 'ice and snow')
  await desk.marks().filter({ hasText: 'people need come only once' }).last().click()
  // Two lie there: the chooser comes up, and is not wanted.
  await desk.page.locator('.chooser').waitFor()
  await desk.page.keyboard.press('Escape')
  await expect(desk.memo()).toHaveValue(/second time/)
}
