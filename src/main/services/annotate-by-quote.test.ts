import { beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '../../shared/model/annotation'
import { themesOf } from '../../shared/model/codings'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import { plainState } from '../../shared/model/state'
import { coder } from '../../shared/testing/sample-records'
import { p, tag } from '../../shared/testing/tagged-text'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, paragraphs } from '../rpc/testing/add-text'
import { annotateQuote, pathProblem, splitPath } from './annotate-by-quote'

const desk = new EmptyProject()
const document = 'd1' as DocumentId
const tagged = p(
  'Each form is <a>handed in once<b>, at the gate.\nWhoever has <c>handed in once<d> may “<e>go home<f>”.'
)

beforeEach(async () => {
  await addText(desk.session, document, paragraphs(...tagged.text.split('\n')))
})

const annotate = (quote: string, asked: Partial<Parameters<typeof annotateQuote>[1]> = {}) =>
  annotateQuote(
    desk.session,
    { document, quote, themePath: 'Forms', memo: '', nth: null, ...asked },
    coder.id
  )

const all = (): Annotation[] =>
  [...(desk.session.state.annotations.get(document)?.values() ?? [])].sort(
    (one, other) => one.selector.start - other.selector.start
  )
const places = () => all().map(({ selector: { start, end } }) => [start, end])
const between = (start: string, end: string) => [tag(tagged, start), tag(tagged, end)]

/** The themes as paths, and how many annotations carry each. */
function themes(): Record<string, number> {
  const { themes: known } = desk.session.state
  const path = (id: ThemeId): string => {
    const theme = known[id]
    return theme ? (theme.parent ? `${path(theme.parent)}/${theme.name}` : theme.name) : '?'
  }
  return Object.fromEntries(
    Object.values(known).map(({ id }) => [
      path(id),
      all().filter((each) => themesOf(each).includes(id)).length
    ])
  )
}

describe('a quote that is annotated from the command line', () => {
  it('is highlighted where it stands, with its theme made on the way', async () => {
    expect(await annotate('go home', { themePath: 'Office/Leave', memo: 'at last' })).toMatchObject({
      ok: true
    })
    expect(places()).toEqual([between('e', 'f')])
    expect(all()[0]).toMatchObject({ memo: 'at last', selector: { exact: 'go home' }, coder: coder.id })
    expect(themes()).toEqual({ Office: 0, 'Office/Leave': 1 })
  })

  it('is asked about where it stands twice, with the places to choose from, and nothing is made', async () => {
    const refused = await annotate('handed in once')
    expect(refused).toMatchObject({ ok: false, error: { kind: 'Conflict', key: 'quoteAmbiguous' } })
    const [a, b] = between('a', 'b')
    const [c, d] = between('c', 'd')
    expect(!refused.ok && refused.error.params.places).toBe(`1: ${a}–${b}, 2: ${c}–${d}`)
    expect([places(), themes()]).toEqual([[], {}])
  })

  it('is taken at the occurrence that is asked for', async () => {
    await annotate('handed in once', { nth: 2 })
    expect(places()).toEqual([between('c', 'd')])
  })

  it.each([
    ['an occurrence that there is not', 'handed in once', 3, 'quoteNthMissing'],
    ['words that do not stand there', 'handed in twice', null, 'quoteMissing'],
    ['no words at all', '', null, 'quoteMissing']
  ])('is refused for %s, and no theme is left behind', async (_, quote, nth, key) => {
    expect(await annotate(quote, { nth })).toMatchObject({ ok: false, error: { kind: 'NotFound', key } })
    expect([places(), themes()]).toEqual([[], {}])
  })

  it.each([
    ['a name that is empty', { themePath: 'Office//Leave' }, 'themePathEmpty'],
    ['a name that is too long', { themePath: `Office/${'x'.repeat(5000)}` }, 'themeNameTooLong'],
    ['a memo that is too long', { memo: 'x'.repeat(5_000_000) }, 'memoTooLong']
  ])('is refused for %s, and says what is wrong', async (_, asked, key) => {
    expect(await annotate('go home', asked)).toMatchObject({ ok: false, error: { kind: 'Invalid', key } })
    expect([places(), themes()]).toEqual([[], {}])
  })

  it('goes under a theme that is there, whatever the case of its name', async () => {
    await annotate('go home', { themePath: 'Office/Leave' })
    await annotate('at the gate', { themePath: 'office/LEAVE' })
    expect(themes()).toEqual({ Office: 0, 'Office/Leave': 2 })
  })

  it('stays one highlight where it is annotated twice, and both memos are kept', async () => {
    await annotate('go home', { memo: 'one' })
    expect((await annotate('go home', { memo: 'two' })).ok).toBe(true)
    expect((await annotate('go home', { memo: 'two' })).ok).toBe(true)
    expect(all().map(({ memo }) => memo)).toEqual(['one\n\ntwo'])
  })

  it('is undone whole: highlight and theme with one step', async () => {
    const before = plainState(desk.session.state)
    await annotate('go home', { themePath: 'Office/Leave' })
    await desk.session.undo(coder.id)
    expect(plainState(desk.session.state)).toEqual(before)
  })
})

describe('quotes that are annotated faster than the disk answers', () => {
  it('come under one theme, made once', async () => {
    const done = await Promise.all([
      annotate('go home', { themePath: 'Office/Leave' }),
      annotate('at the gate', { themePath: 'Office/Leave' }),
      annotate('Whoever', { themePath: 'Office' })
    ])
    expect(done.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(Object.keys(desk.session.state.themes)).toHaveLength(2)
    expect(themes()).toEqual({ Office: 1, 'Office/Leave': 2 })
  })

  it('stay one highlight with all that is said of it, where they are the same words', async () => {
    await Promise.all([annotate('go home', { memo: 'one' }), annotate('go home', { memo: 'two' })])
    expect(places()).toEqual([between('e', 'f')])
    await Promise.all([annotate('go home', { memo: 'three' }), annotate('go home', { memo: 'four' })])
    for (const memo of ['one', 'two', 'three', 'four']) expect(all()[0]?.memo).toContain(memo)
  })
})

describe('the path of a theme', () => {
  it('may hold a slash in a name, written with a backslash', () => {
    expect(splitPath('Roads/Salt\\/sand/ Winter ')).toEqual(['Roads', 'Salt/sand', 'Winter'])
  })

  it('is told to be unfit before anything is read', () => {
    expect(pathProblem('Roads/Salt')).toBeNull()
    expect(pathProblem('Roads/')).toMatchObject({ key: 'themePathEmpty' })
  })
})
