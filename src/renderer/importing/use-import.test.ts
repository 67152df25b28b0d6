import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { call } from '../state/bridge'
import { JoinedWindow } from '../testing/joined-window'
import { HookPage } from '../testing/render-hook'
import { useImport } from './use-import'

const joined = new JoinedWindow()
const page = new HookPage()
const corpus = join(import.meta.dirname, '../../../corpus/one-visit')

describe('texts on their way in', () => {
  it('are said to be versions of one another where they look like it', async () => {
    const folder = join(joined.home, 'texts')
    await cp(corpus, folder, { recursive: true })
    const answer = await call('import.read', [folder])
    const files = answer.ok ? await call('import.files', { after: 0 }) : answer
    if (!files.ok) throw new Error(files.error.key)
    const hook = await page.render(() => useImport(files.value), null)
    await expect.poll(() => hook.now().matches?.groups.length, { timeout: 10_000 }).toBe(1)
    const texts = (await readdir(folder)).length
    expect(hook.now().matches?.groups[0]?.keys.length).toBeLessThanOrEqual(texts)
  })
})
