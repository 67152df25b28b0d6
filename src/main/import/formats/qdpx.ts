import type { RawFile, RawText, Source } from '../parsed'
import type { ParsedMemo } from '../parsed-companions'
import { entryText, unpack } from './archive'
import { type Known, laidOut, selectionsIn } from './qdpx-selections'
import { type Code, codesIn, groupsIn, withoutId } from './refi-codebook'
import { attribute, childrenNamed, firstNamed, named, parseXml, tidy } from './xml'

/**
 * A project of another program (REFI-QDA 1.0): its texts with their codings, variables, memos and coders, its codebook
 * with its sets, and its notes. Pictures, sound and film are counted as left out.
 */
export async function parseQdpx({ bytes }: Source): Promise<RawFile> {
  const entries = unpack(bytes, (name) => /\.(qde|txt)$/i.test(name))
  const main = [...entries.keys()].find((name) => /\.qde$/i.test(name) && !name.slice(0, -4).includes('/'))
  const source = main === undefined ? null : entryText(entries, main)
  if (source === null) throw new Error('it has no project file')
  const tree = parseXml(source)
  const codes = codesIn(tree)
  const files = new Map(
    Array.from(entries.keys(), (name) => [(name.split('/').pop() ?? '').toLowerCase(), name])
  )
  const read = (path: string) => textAt(path, entries, files)
  const known: Known = {
    coders: new Map(named(tree, 'User').map((each) => [idOf(each), attribute(each, 'name') ?? ''])),
    paths: new Map(codes.map(({ guid, path }) => [guid, path])),
    noted: notesIn(tree, read)
  }
  const variables = new Map(
    named(tree, 'Variable').map((each) => [idOf(each), tidy(attribute(each, 'name'))])
  )
  const cases = casesBySource(tree)
  const texts = named(tree, 'TextSource').flatMap((own): RawText[] => {
    const content =
      firstNamed(own, 'PlainTextContent')?.textContent ?? read(attribute(own, 'plainTextPath') ?? '')
    if (content === null || content === undefined) return []
    const { text, blocks, place } = laidOut(content)
    const name = attribute(own, 'name') ?? ''
    const title = name.replace(/\.(docx?|txt|rtf|odt)$/i, '')
    const described = cases.get(idOf(own)) ?? []
    return [
      {
        blocks,
        passages: selectionsIn(own, content, text, place, known),
        stated: title ? { title } : {},
        attributes: {
          ...Object.fromEntries([...described, own].flatMap((each) => valuesOf(each, variables))),
          ...codedAsWhole(own, known)
        },
        notes: notesOn(own, known),
        part: name,
        bare: true
      }
    ]
  })
  const leftOut = ['PictureSource', 'AudioSource', 'VideoSource', 'PDFSource'].flatMap((kind) =>
    named(tree, kind)
  ).length
  return {
    texts,
    codebook: codes.map(withoutId),
    groups: groupsIn(tree, codes),
    memos: memosIn(tree, codes, known),
    warnings: leftOut > 0 ? [{ key: 'sourcesLeftOut', count: leftOut }] : []
  }
}

function idOf(element: Element): string {
  return attribute(element, 'guid') ?? ''
}

/** Which cases speak of a source, by its id: what is known of a case is known of its texts. */
function casesBySource(tree: Document): Map<string, Element[]> {
  const found = new Map<string, Element[]>()
  for (const own of named(tree, 'Case'))
    for (const ref of childrenNamed(own, 'SourceRef')) {
      const id = attribute(ref, 'targetGUID') ?? ''
      found.set(id, [...(found.get(id) ?? []), own])
    }
  return found
}

/** The variables of a source or case and their values. */
function valuesOf(own: Element, variables: ReadonlyMap<string, string>): [string, string][] {
  return childrenNamed(own, 'VariableValue').flatMap((each): [string, string][] => {
    const name = variables.get(attribute(childrenNamed(each, 'VariableRef')[0] ?? each, 'targetGUID') ?? '')
    const value = Array.from(each.children)
      .filter(({ tagName }) => tagName.endsWith('Value'))
      .map(({ textContent }) => tidy(textContent))
      .join(' ')
    return name && value ? [[name.slice(0, 200), value.slice(0, 5000)]] : []
  })
}

/** Codes on a source as a whole are known of it as an attribute: a theme is always on a passage. */
function codedAsWhole(own: Element, { paths }: Known): Record<string, string> {
  const names = childrenNamed(own, 'Coding').flatMap((coding) => {
    const path = paths.get(attribute(childrenNamed(coding, 'CodeRef')[0] ?? coding, 'targetGUID') ?? '')
    return path ? [path.join(' / ')] : []
  })
  return names.length > 0 ? { codes: [...new Set(names)].join('; ').slice(0, 5000) } : {}
}

/** The description of a source or code, and the notes that it names. */
function notesOn(own: Element, { noted }: Known, withDescription = true): string[] {
  const description = withDescription ? tidy(childrenNamed(own, 'Description')[0]?.textContent) : ''
  const notes = childrenNamed(own, 'NoteRef').map(
    (each) => noted.get(attribute(each, 'targetGUID') ?? '') ?? ''
  )
  return [description, ...notes].filter((each) => each !== '').map((each) => each.slice(0, 200_000))
}

/** Notes on the project and on codes. A code's description is part of the codebook already. */
function memosIn(tree: Document, codes: readonly Code[], known: Known): ParsedMemo[] {
  const elements = new Map(named(tree, 'Code').map((each) => [idOf(each), each]))
  const onCodes = codes.flatMap(({ guid, path }) => {
    const element = elements.get(guid)
    const texts = element ? notesOn(element, known, false) : []
    return texts.map((text) => ({ theme: [...path], title: '', text, coder: '' }))
  })
  const project = firstNamed(tree, 'Project')
  const onProject = project ? notesOn(project, known) : []
  return [...onProject.map((text) => ({ theme: null, title: '', text, coder: '' })), ...onCodes]
}

/** Notes by their ids, as memos. */
function notesIn(tree: Document, read: (path: string) => string | null): Map<string, string> {
  return new Map(
    named(tree, 'Note').map((note) => {
      const own =
        firstNamed(note, 'PlainTextContent')?.textContent ?? read(attribute(note, 'plainTextPath') ?? '')
      return [
        attribute(note, 'guid') ?? '',
        [attribute(note, 'name'), own?.trim()].filter(Boolean).join('\n\n')
      ]
    })
  )
}

/** A file of the archive by `internal://name`, in whichever folder and case it lies. */
function textAt(
  path: string,
  entries: ReadonlyMap<string, Uint8Array>,
  files: ReadonlyMap<string, string>
): string | null {
  const name = files.get(
    path
      .replace(/^internal:\/\//, '')
      .split('/')
      .pop()
      ?.toLowerCase() ?? ''
  )
  return name === undefined ? null : entryText(entries, name)
}
