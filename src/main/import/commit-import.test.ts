import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { themesOf } from '../../shared/model/codings'
import { currentText } from '../../shared/model/current-text'
import { plainState } from '../../shared/model/state'
import { coder } from '../../shared/testing/sample-records'
import { canonicalText } from '../../shared/text/canonical'
import { commitImport } from './commit-import'
import { acceptProposals } from './decision'
import { parseFile } from './parse-file'
import { EmptyProject } from './testing/empty-project'

const desk = new EmptyProject()

async function bringIn(name: string, content: string | Uint8Array): Promise<void> {
  const path = join(desk.home, name)
  await writeFile(path, content)
  const parsed = await parseFile(path)
  if (!parsed.ok) throw new Error(parsed.error.message)
  const { texts, ...file } = parsed.value
  const done = await commitImport(
    desk.session,
    { texts: texts.map((text) => acceptProposals(path, { ...text, ...file })) },
    coder.id
  )
  if (!done.ok) throw new Error(done.error.message)
}

describe('an import', () => {
  const project = zipSync({
    'project.qde': strToU8(
      '<Project xmlns="urn:QDA-XML:project:1.0"><Users><User guid="U" name="Second coder"/></Users><CodeBook><Codes><Code guid="C1" name="Service" color="#ff0000"><Code guid="C2" name="One visit"/></Code><Code guid="C3" name="Unused"/></Codes></CodeBook><Sources><TextSource guid="S" name="Notice" plainTextPath="internal://s.txt"><PlainTextSelection guid="X" name="come only once" startPosition="7" endPosition="21"><Coding creatingUser="U" guid="G" creationDateTime="2019-03-04T10:00:00Z"><CodeRef targetGUID="C2"/></Coding></PlainTextSelection></TextSource></Sources></Project>'
    ),
    'sources/s.txt': strToU8('People come only once.')
  })

  it('of another program brings its codebook, coders and codings, as one step that can be taken back', async () => {
    const before = plainState(desk.session.state)
    await bringIn('other.qdpx', project)
    const { themes, info, annotations } = plainState(desk.session.state)
    const named = Object.fromEntries(Object.values(themes).map((theme) => [theme.name, theme]))
    expect(Object.keys(named).sort()).toEqual(['One visit', 'Service', 'Unused'])
    expect(named['One visit']?.parent).toBe(named.Service?.id)
    expect(named.Service?.colour).toBe('#ff0000')
    const [annotation] = Object.values(annotations).flatMap((own) => Object.values(own))
    expect(annotation?.selector.exact).toBe('come only once')
    expect(annotation?.created).toBe('2019-03-04T10:00:00.000Z')
    expect(annotation && themesOf(annotation)).toEqual([named['One visit']?.id])
    expect(info.coders[annotation?.coder ?? coder.id]?.name).toBe('Second coder')
    expect((await desk.session.undo(coder.id)).ok).toBe(true)
    expect(plainState(desk.session.state)).toEqual(before)
  })

  it('uses themes and coders that are there already', async () => {
    await bringIn('one.qdpx', project)
    await bringIn('two.qdpx', zipSync({ ...unchanged(), 'sources/s.txt': strToU8('People come only once!') }))
    const { themes, info } = plainState(desk.session.state)
    expect(Object.keys(themes)).toHaveLength(3)
    expect(Object.keys(info.coders)).toHaveLength(2)
  })

  const guid = (letter: string) => `${letter.repeat(8)}-0000-4000-8000-000000000000`
  const exchanged = (text: string) =>
    zipSync({
      'project.qde': strToU8(
        `<Project xmlns="urn:QDA-XML:project:1.0"><Users><User guid="{${guid('A')}}" name="Second coder"/></Users><CodeBook><Codes><Code guid="${guid('B')}" name="Service"/></Codes></CodeBook><Variables><Variable guid="V1" name="Year" typeOfVariable="Integer"/><Variable guid="V2" name="Read" typeOfVariable="Boolean"/><Variable guid="V3" name="Place" typeOfVariable="Text"/></Variables><Sources><TextSource guid="${guid('C')}" name="Notice" plainTextPath="internal://s.txt"><PlainTextSelection guid="${guid('D')}" startPosition="7" endPosition="21" creatingUser="${guid('A')}"><Coding guid="G"><CodeRef targetGUID="${guid('b')}"/></Coding></PlainTextSelection><VariableValue><VariableRef targetGUID="V2"/><BooleanValue>1</BooleanValue></VariableValue></TextSource></Sources></Project>`
      ),
      'sources/s.txt': strToU8(text)
    })

  it('keeps the GUIDs of what exchange formats name, and says what the values of variables are', async () => {
    await bringIn('one.qdpx', exchanged('People come only once.'))
    const { themes, info, annotations, documents } = plainState(desk.session.state)
    const [annotation] = Object.values(annotations).flatMap((own) => Object.values(own))
    expect(Object.values(themes).map((each) => each.guid)).toEqual([guid('b')])
    expect(Object.values(documents).map((each) => each.guid)).toEqual([guid('c')])
    expect(annotation?.guid).toBe(guid('d'))
    expect(info.coders[annotation?.coder ?? coder.id]?.guid).toBe(guid('a'))
    expect(info.attributes).toEqual({ Year: { type: 'number' }, Read: { type: 'truth' } })
    expect(Object.values(documents).map(({ attributes }) => attributes)).toEqual([{ Read: 'true' }])
  })

  it('knows themes and coders by their GUIDs, whatever they are called now; a second copy of a text gets none', async () => {
    await bringIn('one.qdpx', exchanged('People come only once.'))
    const before = plainState(desk.session.state)
    const [theme] = Object.values(before.themes)
    const own = Object.values(before.info.coders).find((each) => each.guid === guid('a'))
    if (!theme || !own) throw new Error('nothing came in')
    await desk.session.do({ type: 'theme.update', id: theme.id, patch: { name: 'Renamed' } }, coder.id)
    await desk.session.do({ type: 'coder.update', id: own.id, patch: { name: 'Other name' } }, coder.id)
    await bringIn('two.qdpx', exchanged('People come only once!'))
    const { themes, info, annotations, documents } = plainState(desk.session.state)
    expect(Object.values(themes).map(({ name }) => name)).toEqual(['Renamed'])
    expect(Object.keys(info.coders)).toHaveLength(2)
    expect(
      Object.values(documents)
        .map((each) => each.guid ?? null)
        .sort()
    ).toEqual([guid('c'), null])
    const all = Object.values(annotations).flatMap((each) => Object.values(each))
    expect(all.map((each) => [each.coder, themesOf(each)])).toEqual([
      [own.id, [theme.id]],
      [own.id, [theme.id]]
    ])
    expect(all.filter((each) => each.guid !== undefined)).toHaveLength(1)
  })

  it('of aligned texts stores the alignment, left-outs too', async () => {
    await bringIn(
      'memory.tmx',
      '<tmx version="1.4"><body><tu><tuv xml:lang="zh"><seg>一次。</seg></tuv><tuv xml:lang="en"><seg>Once. Only once.</seg></tuv></tu><tu><tuv xml:lang="zh"><seg>抓紧。</seg></tuv></tu></body></tmx>'
    )
    const { works, documents, alignments } = plainState(desk.session.state)
    expect(Object.values(works).map((work) => work.title)).toEqual(['memory'])
    expect(Object.values(documents).every((each) => each.works.length === 1)).toBe(true)
    const [stored] = Object.values(alignments).flatMap((own) => Object.values(own))
    expect(stored?.links.map(({ a, b }) => [a.length, b.length])).toEqual([
      [1, 2],
      [1, 0]
    ])
  })

  it('of an edition keeps what it says of its links, crossing or not, and what is in no link', async () => {
    const link = (target: string, type: string, cert: number) =>
      `<link type="${type}" cert="${cert}" target="${target}"/>`
    await bringIn(
      'edition.xml',
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>The weir</title></titleStmt></fileDesc></teiHeader><text><group><text xml:lang="en"><body><p><s xml:id="a1">It rained.</s> <s xml:id="a2">It cleared.</s></p><p>Nobody said so.</p></body></text><text xml:lang="fr"><body><p><s xml:id="b1">Le ciel était clair.</s></p><p><s xml:id="b2">Il a plu.</s></p></body></text></group></text><standOff><linkGrp type="alignment">${link('#a1 #b2', 'auto', 0.75)}${link('#a2 #b1', 'hand', 1)}</linkGrp></standOff></TEI>`
    )
    const { documents, alignments } = plainState(desk.session.state)
    const [stored] = Object.values(alignments).flatMap((own) => Object.values(own))
    if (!stored) throw new Error('no alignment')
    const wordsOf = async (id: string, spans: readonly { start: number; end: number }[]) => {
      const document = Object.values(documents).find((each) => each.id === id)
      const read = document && (await desk.session.contents.text(currentText(document)))
      if (!read?.ok) throw new Error('no text')
      const text = canonicalText(read.value.blocks)
      return spans.map(({ start, end }) => text.slice(start, end))
    }
    const links = await Promise.all(
      stored.links.map(async ({ a, b, confidence, origin }) => [
        await wordsOf(stored.a, a),
        await wordsOf(stored.b, b),
        confidence,
        origin
      ])
    )
    expect(links).toEqual([
      [['It rained.'], ['Il a plu.'], 0.75, 'auto'],
      [['It cleared.'], ['Le ciel était clair.'], 1, 'hand'],
      [['Nobody said so.'], [], 1, 'hand']
    ])
    await desk.reopen()
    expect(desk.session.notices).toEqual([])
  })

  function unchanged() {
    return {
      'project.qde': strToU8(
        '<Project xmlns="urn:QDA-XML:project:1.0"><Users><User guid="U" name="Second coder"/></Users><CodeBook><Codes><Code guid="C1" name="Service"><Code guid="C2" name="One visit"/></Code><Code guid="C3" name="Unused"/></Codes></CodeBook><Sources><TextSource guid="S" name="Notice" plainTextPath="internal://s.txt"><PlainTextSelection guid="X" name="come only once" startPosition="7" endPosition="21"><Coding creatingUser="U" guid="G"><CodeRef targetGUID="C2"/></Coding></PlainTextSelection></TextSource></Sources></Project>'
      )
    }
  }

  it.each([
    ['has changed since it was read', 'fileChanged', (path: string) => writeFile(path, 'Something else.')],
    ['has gone since it was read', 'fileMissing', (path: string) => rm(path)]
  ])('of a file that %s is refused, and nothing of it stays', async (_, key, happen) => {
    const before = plainState(desk.session.state)
    const path = join(desk.home, 'changing.txt')
    await writeFile(path, 'The office met.')
    const parsed = await parseFile(path)
    if (!parsed.ok) throw new Error(parsed.error.message)
    const { texts, ...file } = parsed.value
    await happen(path)
    const decisions = texts.map((text) => acceptProposals(path, { ...text, ...file }))
    const done = await commitImport(desk.session, { texts: decisions }, coder.id)
    expect(!done.ok && done.error.key).toBe(key)
    expect(plainState(desk.session.state)).toEqual(before)
  })
})
