import { describe, expect, it } from 'vitest'
import type { ThemeId } from '../../shared/model/ids'
import { err, ok } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, annotationOf, paragraphs } from '../rpc/testing/add-text'
import { applyAutocode } from './autocode'
import { changeOnBasis } from './change-on-basis'

const desk = new EmptyProject()
const rename = (name: string) => ({ type: 'project.rename' as const, name })
const themeIds = ({ themes }: ProjectState) => Object.keys(themes).sort()

async function addTheme(id: string): Promise<void> {
  const done = await desk.session.do({ type: 'theme.add', theme: makeTheme(id), index: 0 }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
}

describe('a change that takes time to work out', () => {
  it('is worked out again where its basis was changed meanwhile', async () => {
    let tries = 0
    const done = await changeOnBasis(desk.session, {
      coder: coder.id,
      basis: ({ themes }) => [themes],
      work: async (state) => {
        tries++
        if (tries === 1) await addTheme('t1')
        return ok({ operation: rename(themeIds(state).join()), value: tries })
      }
    })
    expect(done).toMatchObject({ ok: true, value: { seq: desk.session.seq, value: 2 } })
    expect(desk.session.state.info.name).toBe('t1')
  })

  it('sees what was still on its way to the disk', async () => {
    const adding = addTheme('t1')
    const done = await changeOnBasis(desk.session, {
      coder: coder.id,
      basis: ({ themes }) => [themes],
      work: async (state) => ok({ operation: rename(`themes: ${themeIds(state).join()}`), value: null })
    })
    await adding
    expect(done.ok).toBe(true)
    expect(desk.session.state.info.name).toBe('themes: t1')
  })

  it('is not bothered by changes of other things', async () => {
    let tries = 0
    await changeOnBasis(desk.session, {
      coder: coder.id,
      basis: ({ themes }) => [themes],
      work: async () => {
        tries++
        await desk.session.do(rename('Other'), coder.id)
        return ok({ operation: rename('Mine'), value: null })
      }
    })
    expect(tries).toBe(1)
    expect(desk.session.state.info.name).toBe('Mine')
  })

  it('is given up, with nothing written, where the basis never holds still', async () => {
    let tries = 0
    const done = await changeOnBasis(desk.session, {
      coder: coder.id,
      basis: ({ themes }) => [themes],
      work: async () => {
        await addTheme(`t${tries++}`)
        return ok({ operation: rename('Mine'), value: null })
      }
    })
    expect(done).toMatchObject({ ok: false, error: { kind: 'Conflict', key: 'basisChanged' } })
    expect(desk.session.state.info.name).toBe('Import')
    expect(themeIds(desk.session.state)).toHaveLength(tries)
  })

  it('is refused with the reason that its working out gives', async () => {
    const reason = { kind: 'Invalid', key: 'blockEmpty', params: {}, message: '' } as const
    const done = await changeOnBasis(desk.session, {
      coder: coder.id,
      basis: () => [],
      work: async () => err(reason)
    })
    expect(done).toEqual(err(reason))
  })
})

describe('autocoding', () => {
  const words = 'snow'
  const blocks = paragraphs('Much snow fell.', 'The snow stayed.')

  async function request(theme: string) {
    await addTheme(theme)
    const document = await addText(desk.session, `d${theme}`, blocks)
    const { start, end, revision } = annotationOf(document, blocks, words).selector
    return {
      document,
      wanted: { passages: [{ document: document.id, revision, start, end }], theme: { id: theme as ThemeId } }
    }
  }

  it('gives one passage both themes that two windows code it with at the same time', async () => {
    const { document, wanted } = await request('t1')
    await addTheme('t2')
    const done = await Promise.all([
      applyAutocode(desk.session, wanted, coder.id),
      applyAutocode(desk.session, { ...wanted, theme: { id: 't2' as ThemeId } }, coder.id)
    ])
    expect(done.map((each) => each.ok && each.value.count)).toEqual([1, 1])
    const own = [...(desk.session.state.annotations.get(document.id)?.values() ?? [])]
    expect(own).toHaveLength(1)
    const counts = desk.session.counts.themes
    expect([counts.get('t1' as ThemeId), counts.get('t2' as ThemeId)]).toEqual([1, 1])
  })

  it('codes nothing in a text that has become another since its passages were listed', async () => {
    const { document, wanted } = await request('t1')
    const [passage] = wanted.passages
    if (!passage) throw new Error('nothing was listed')
    const old = { ...passage, revision: 'b'.repeat(64) as typeof passage.revision }
    const coding = await applyAutocode(desk.session, { ...wanted, passages: [old] }, coder.id)
    expect(coding).toMatchObject({ ok: false, error: { kind: 'Conflict', key: 'documentChanged' } })
    expect(desk.session.state.annotations.get(document.id)).toBeUndefined()
  })

  it('codes nothing in a text that has become another meanwhile', async () => {
    const { document, wanted } = await request('t1')
    const next = await addText(desk.session, 'other', paragraphs('Rain.', ...blocks.map((each) => each.text)))
    const { furniture, words: count, original } = document
    const revising = desk.session.do(
      {
        type: 'document.revise',
        id: document.id,
        revisions: [...document.revisions, ...next.revisions],
        furniture,
        words: count,
        original
      },
      coder.id
    )
    const coding = await applyAutocode(desk.session, wanted, coder.id)
    expect((await revising).ok).toBe(true)
    expect(coding).toMatchObject({ ok: false, error: { kind: 'Conflict', key: 'documentChanged' } })
    expect(desk.session.state.annotations.get(document.id)).toBeUndefined()
    expect(desk.session.counts.themes.get('t1' as ThemeId)).toBeUndefined()
  })
})
