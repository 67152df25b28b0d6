import { expect, test } from '@playwright/test'
import { Viewer } from '../exported/viewer'
import { row } from './statistics'

const sentences = 2000
const openings = 5

/** Until the document stands and its script has run, in milliseconds from the start of loading. */
async function opening(viewer: Viewer, name: string, html: string, ready: string): Promise<number> {
  const page = await viewer.open(name, html)
  await expect(page.locator(ready).first()).toBeVisible()
  const milliseconds = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation')
    if (!(navigation instanceof PerformanceNavigationTiming)) throw new Error('no navigation')
    return navigation.domContentLoadedEventEnd
  })
  await page.close()
  return milliseconds
}

test('open a reading edition of 2,000 sentences in four versions', async () => {
  const viewer = await Viewer.start()
  const edition = await viewer.maker.makeLongEdition(sentences)
  // The floor: the browser alone with the same texts, which it shows one after another.
  const plain = edition.replace(/<script>[\s\S]*?<\/script>/, '')
  const [own, floor]: [number[], number[]] = [[], []]
  for (let at = 0; at < openings; at++) {
    floor.push(await opening(viewer, 'plain.html', plain, '.version .s'))
    own.push(await opening(viewer, 'edition.html', edition, '.rows .row'))
  }
  console.log(row('edition: the same texts without its script', floor))
  console.log(row('edition: first rows side by side', own, floor, 'under 1000 ms'))
  await viewer.close()
})
