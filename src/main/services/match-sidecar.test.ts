import { describe, expect, it } from 'vitest'
import type { ParsedQuote, SidecarTarget } from '../import/parsed-sidecars'
import type { ReadSidecar } from '../import/read-files'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, paragraphs } from '../rpc/testing/add-text'
import { matchSidecar } from './match-sidecar'

const desk = new EmptyProject()
const office = paragraphs(
  'The office counted every resort of the county in spring.',
  'Salt is used sparingly.'
)
const gate = paragraphs('Whoever comes to the gate waits for the clerk.', 'Salt is used sparingly.')

const quoted = (exact: string): ParsedQuote => ({
  exact,
  prefix: '',
  suffix: '',
  start: null,
  memo: '',
  themes: [],
  coder: '',
  created: null
})

function highlights(of: Partial<SidecarTarget>, ...quotes: string[]): ReadSidecar {
  const about = {
    kind: 'highlights' as const,
    of: { doi: '', source: '', title: '', ...of },
    quotes: quotes.map(quoted)
  }
  return { path: 'notes.json', shown: 'notes.json', name: 'notes.json', warnings: [], about }
}

const meant = (...sidecars: ReadSidecar[]) => matchSidecar(desk.session, new Map(), sidecars)

describe('highlights that come in from another program', () => {
  it.each<[string, Partial<SidecarTarget>, string]>([
    ['its DOI, however it is written', { doi: 'https://doi.org/10.1000/ABC' }, 'doi'],
    ['its address, whatever the protocol', { source: 'http://www.example.org/notice/' }, 'source'],
    ['the name of its file', { source: 'C:\\texts\\d2.txt' }, 'source'],
    ['its title, whatever the case', { title: 'THE GATE' }, 'title']
  ])('are put on the text that is known by %s', async (_, of, by) => {
    await addText(desk.session, 'd1', office)
    await addText(desk.session, 'd2', gate, {
      title: 'The gate',
      source: 'https://www.example.org/notice',
      csl: { DOI: '10.1000/abc' }
    })
    expect(await meant(highlights(of, 'nothing of it'))).toEqual([{ text: { document: 'd2' }, by }])
  })

  it('are put on the text that holds most of their words, where nothing else tells which', async () => {
    await addText(desk.session, 'd1', office)
    await addText(desk.session, 'd2', gate)
    const found = await meant(
      highlights({}, 'Salt is used sparingly.', 'counted every resort of the county'),
      highlights({}, 'Salt is used sparingly.', 'waits for the clerk')
    )
    expect(found.map((each) => each?.text)).toEqual([{ document: 'd1' }, { document: 'd2' }])
  })

  it('are put on none where two texts hold as many of their words', async () => {
    await addText(desk.session, 'd1', office)
    await addText(desk.session, 'd2', gate)
    expect(await meant(highlights({}, 'Salt is used sparingly.'))).toEqual([null])
  })

  it('are put on none where most of their words stand nowhere', async () => {
    await addText(desk.session, 'd1', office)
    const quotes = ['every resort of the county', 'the mayor promised new ploughs', 'before the winter came']
    expect(await meant(highlights({}, ...quotes))).toEqual([null])
  })

  it('are put on none where the title is that of two texts', async () => {
    await addText(desk.session, 'd1', office, { title: 'Notice' })
    await addText(desk.session, 'd2', gate, { title: 'Notice' })
    expect(await meant(highlights({ title: 'Notice' }, 'nothing of it'))).toEqual([null])
  })
})
