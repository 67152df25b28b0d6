import { describe, expect, it } from 'vitest'
import type { ImportSidecar } from '../../shared/ipc/import-answers'
import type { DocumentId } from '../../shared/model/ids'
import { HookPage } from '../testing/render-hook'
import { textName, useSidecars } from './use-sidecars'

const page = new HookPage()
const of = { title: '', doi: '', source: '' }
const document = 'd1' as DocumentId

const sidecar = (
  key: string,
  about: ImportSidecar['about'],
  meant: ImportSidecar['meant']
): ImportSidecar => ({
  key,
  name: `${key}.json`,
  warnings: [],
  about,
  meant
})
const all: readonly ImportSidecar[] = [
  sidecar('codes', { kind: 'codebook', themes: 2, groups: 0, memos: 0 }, null),
  sidecar('known', { kind: 'highlights', of, count: 3, sample: 'Snow' }, { text: { document }, by: 'title' }),
  sidecar(
    'coming',
    { kind: 'highlights', of, count: 1, sample: 'Rain' },
    { text: { key: 'f1' }, by: 'quotes' }
  ),
  sidecar('nowhere', { kind: 'highlights', of, count: 1, sample: 'Wind' }, null)
]
const begin = () => page.render(() => useSidecars(all), null)

describe('what files say of texts that lie elsewhere', () => {
  it('comes in for the texts it was found to be about, a codebook by itself; the rest waits for a person', async () => {
    const said = await begin()
    expect(said.now().isTouched).toBe(false)
    expect(said.now().choices(new Set(['f1']))).toEqual([
      { key: 'codes', text: null, replace: false },
      { key: 'known', text: { document }, replace: false },
      { key: 'coming', text: { key: 'f1' }, replace: false }
    ])
  })

  it('does not come in for a text that does not come in itself', async () => {
    const said = await begin()
    expect(
      said
        .now()
        .choices(new Set())
        .map(({ key }) => key)
    ).toEqual(['codes', 'known'])
  })

  it('goes where a person says, and is as they decided however many decisions come at once', async () => {
    const said = await begin()
    const { update } = said.now()
    update('nowhere', { text: textName({ document }) })
    update('nowhere', { included: true })
    update('codes', { included: false })
    update('known', { replace: true })
    update('unknown', { included: true })
    await expect.poll(() => said.now().isTouched).toBe(true)
    expect(said.now().choices(new Set())).toEqual([
      { key: 'known', text: { document }, replace: true },
      { key: 'nowhere', text: { document }, replace: false }
    ])
  })
})
