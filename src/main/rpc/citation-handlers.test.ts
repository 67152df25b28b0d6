import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CitationPreview, CitationStyleInfo } from '../../shared/citation/citation-styles'
import { plainText } from '../../shared/export/rich-text'
import type { Result } from '../../shared/model/result'
import { ownStyle } from '../citation/testing/own-style'
import { news } from '../citation/testing/sample-sources'
import { makeHost } from './testing/make-host'

let home: string
let call: (method: string, input: unknown) => Promise<Result<unknown>>
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-citation-'))
  call = (await makeHost(home)).addWindow().call
})
afterEach(() => rm(home, { recursive: true, force: true }))

function metadata() {
  const { title, language, rendering, published, event, publisher, source, credit, notes, csl } = news
  const about = { title, language, rendering, published, event, publisher, source, credit, notes, csl }
  return { ...about, proposed: news.proposed, attributes: {} }
}

async function preview(style: string, changed = {}) {
  const input = { style, language: 'en', metadata: { ...metadata(), ...changed } }
  const answer = (await call('citation.preview', input)) as Result<CitationPreview>
  if (!answer.ok) return answer.error.message
  return [plainText(answer.value.cited), plainText(answer.value.entry)]
}

describe('a record while it is being written', () => {
  it('shows how it is cited in the style chosen', async () => {
    expect(await preview('chicago-notes-bibliography')).toEqual([
      'Anna Clerk, “The Harbour Office Opens,” Harbour Gazette, May 21, 2019.',
      'Clerk, Anna. “The Harbour Office Opens.” Harbour Gazette, May 21, 2019.'
    ])
    expect(await preview('mla', { title: 'A second opening' })).toEqual([
      '(Clerk)',
      'Clerk, Anna. “A Second Opening.” Harbour Gazette, 21 May 2019.'
    ])
    expect(await preview('mla', { title: 'A third opening' })).toEqual([
      '(Clerk)',
      'Clerk, Anna. “A Third Opening.” Harbour Gazette, 21 May 2019.'
    ])
  })

  it('is cited in a style that was opened; one that is gone is told', async () => {
    const path = join(home, 'own.csl')
    await writeFile(path, ownStyle)
    const opened = (await call('citation.openStyle', { path })) as Result<CitationStyleInfo>
    expect(opened).toMatchObject({ ok: true, value: { id: 'file:own' } })
    const listed = (await call('citation.styles', null)) as Result<CitationStyleInfo[]>
    expect(listed.ok && listed.value.map(({ id }) => id)).toContain('file:own')
    expect(await preview('file:own')).toEqual([
      'Anna Clerk, ‘The harbour office opens’, 21 May 2019.',
      'Anna Clerk, The harbour office opens.'
    ])
    expect(await preview('file:gone')).toBe(
      'The citation style “gone” is no longer there. Choose another, or open its file again.'
    )
  })

  it('is told why a file is no style', async () => {
    const path = join(home, 'journal.csl')
    const following = (name: string) =>
      `<style class="in-text"><info><title>S</title><link rel="independent-parent" href="http://www.zotero.org/styles/${name}"/></info></style>`
    await writeFile(path, following('a-style-that-does-not-ship'))
    expect(await call('citation.openStyle', { path })).toMatchObject({
      ok: false,
      error: { key: 'styleDependent', params: { name: 'a-style-that-does-not-ship' } }
    })
    await writeFile(path, following('apa'))
    expect(await call('citation.openStyle', { path })).toMatchObject({
      ok: true,
      value: { id: 'file:journal', kind: 'in-text', label: { en: 'S' } }
    })
    expect(await call('citation.openStyle', { path: join(home, 'nowhere') })).toMatchObject({
      ok: false,
      error: { key: 'styleUnreadable' }
    })
    expect(await call('citation.openStyle', {})).toEqual({ ok: true, value: null })
  })
})
