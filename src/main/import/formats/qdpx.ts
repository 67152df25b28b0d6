import type { CodePointOffset } from '../../../shared/model/offsets'
import { toUtf16 } from '../../../shared/text/code-points'
import type { ParsedBlock, ParsedCode, ParsedPassage, RawText, Source } from '../parsed'
import { entryText, unpack } from './archive'
import { attribute, childrenNamed, firstNamed, named, parseXml, tidy } from './xml'

/**
 * A project of another program (REFI-QDA 1.0): its texts with their codings, memos and coders, and its codebook. Pictures,
 * sound and film are counted as left out.
 */
export async function parseQdpx({ bytes }: Source): Promise<RawText[]> {
  const entries = unpack(bytes, (name) => /\.(qde|txt)$/i.test(name))
  const main = [...entries.keys()].find((name) => /\.qde$/i.test(name) && !name.slice(0, -4).includes('/'))
  const source = main === undefined ? null : entryText(entries, main)
  if (source === null) throw new Error('it has no project file')
  const tree = parseXml(source)
  const codebook = codesIn(tree)
  const coders = new Map(
    named(tree, 'User').map((each) => [attribute(each, 'guid') ?? '', attribute(each, 'name') ?? ''])
  )
  const files = new Map(
    Array.from(entries.keys(), (name) => [(name.split('/').pop() ?? '').toLowerCase(), name])
  )
  const noted = notesIn(tree, (path) => textAt(path, entries, files))
  const paths = new Map(codebook.map(({ guid, path }) => [guid, path]))
  const texts = named(tree, 'TextSource').flatMap((own): RawText[] => {
    const content =
      firstNamed(own, 'PlainTextContent')?.textContent ??
      textAt(attribute(own, 'plainTextPath') ?? '', entries, files)
    if (content === null || content === undefined) return []
    const { text, blocks, place } = laidOut(content)
    const passages = selectionsIn(own, content, text, place, { coders, paths, noted })
    const name = attribute(own, 'name') ?? ''
    const title = name.replace(/\.(docx?|txt|rtf|odt)$/i, '')
    return [
      {
        blocks,
        passages,
        stated: title ? { title } : {},
        part: name,
        bare: true,
        codebook: codebook.map(({ guid: _, ...code }) => code)
      }
    ]
  })
  const leftOut = ['PictureSource', 'AudioSource', 'VideoSource', 'PDFSource'].flatMap((kind) =>
    named(tree, kind)
  ).length
  const [first, ...more] = texts
  if (!first || leftOut === 0) return texts
  return [{ ...first, warnings: [{ key: 'sourcesLeftOut', count: leftOut }] }, ...more]
}

interface Code extends ParsedCode {
  readonly guid: string
}

function codesIn(tree: Document): Code[] {
  const codes: Code[] = []
  const visit = (parent: Element, above: readonly string[]) => {
    for (const code of childrenNamed(parent, 'Code')) {
      const path = [...above, (attribute(code, 'name') ?? '').slice(0, 200) || '–']
      const colour = /^#[0-9a-f]{6}$/i.exec(attribute(code, 'color') ?? '')?.[0]?.toLowerCase() ?? null
      const description = tidy(childrenNamed(code, 'Description')[0]?.textContent)
      codes.push({ guid: attribute(code, 'guid') ?? '', path, colour, description })
      if (path.length < 40) visit(code, path)
    }
  }
  const root = firstNamed(tree, 'Codes')
  if (root) visit(root, [])
  return codes
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

interface LaidOut {
  readonly text: string
  readonly blocks: ParsedBlock[]
  /** Where a place of the content stands in the canonical text; UTF-16 code units. */
  readonly place: (offset: number) => number
}

/** The lines of a text as blocks, blank ones left out, with the way from the one to the other. */
function laidOut(content: string): LaidOut {
  const blocks: ParsedBlock[] = []
  const starts: { from: number; to: number; at: number }[] = []
  let at = 0
  for (const { 0: line, index } of content.matchAll(/[^\r\n]+/g)) {
    const text = line.trim()
    if (text === '') continue
    const from = index + line.indexOf(text)
    blocks.push({ kind: 'paragraph', text, furniture: false })
    starts.push({ from, to: from + text.length, at })
    at += text.length + 1
  }
  return {
    blocks,
    text: blocks.map((block) => block.text).join('\n'),
    place(offset) {
      let last = 0
      for (const line of starts) {
        if (offset < line.from) return line.at
        last = line.at + Math.min(offset, line.to) - line.from
        if (offset <= line.to) return last
      }
      return last
    }
  }
}

interface Known {
  readonly coders: ReadonlyMap<string, string>
  readonly paths: ReadonlyMap<string, readonly string[]>
  readonly noted: ReadonlyMap<string, string>
}

function selectionsIn(
  source: Element,
  content: string,
  text: string,
  place: (offset: number) => number,
  { coders, paths, noted }: Known
): ParsedPassage[] {
  const selections = childrenNamed(source, 'PlainTextSelection')
  const count = countingOf(content, selections)
  return selections.flatMap((own): ParsedPassage[] => {
    const [from, to] = ['startPosition', 'endPosition'].map((name) =>
      place(count(Number(attribute(own, name))))
    )
    const codings = childrenNamed(own, 'Coding')
    const themes = codings.flatMap((coding) => {
      const path = paths.get(attribute(childrenNamed(coding, 'CodeRef')[0] ?? coding, 'targetGUID') ?? '')
      return path ? [[...path]] : []
    })
    const notes = childrenNamed(own, 'NoteRef').map(
      (each) => noted.get(attribute(each, 'targetGUID') ?? '') ?? ''
    )
    const memo = [tidy(childrenNamed(own, 'Description')[0]?.textContent), ...notes]
      .filter(Boolean)
      .join('\n\n')
    const coder = coders.get(attribute(codings[0] ?? own, 'creatingUser') ?? '') ?? ''
    if (from === undefined || to === undefined || to <= from || to > text.length) return []
    return themes.length > 0 || memo !== '' ? [{ start: from, end: to, memo, themes, coder }] : []
  })
}

/**
 * How a program counts: code points of the text as it lies there, without the return of each line's end, or with a
 * byte-order mark before it. Each selection names how it begins: the way that fits most of them is taken.
 */
function countingOf(content: string, selections: readonly Element[]): (offset: number) => number {
  const bom = content.startsWith('\uFEFF') ? 1 : 0
  const plain = content.slice(bom)
  const points = (text: string) => (offset: number) => toUtf16(text, offset as CodePointOffset)
  const withoutReturns = plain.replace(/\r\n/g, '\n')
  const backToReturns = (offset: number) => {
    let [at, seen] = [0, 0]
    for (; seen < offset && at < plain.length; seen++) at += plain.startsWith('\r\n', at) ? 2 : 1
    return at
  }
  const ways: ((offset: number) => number)[] = [
    (offset) => bom + points(plain)(offset),
    (offset) => bom + backToReturns(points(withoutReturns)(offset)),
    (offset) => bom + points(plain)(Math.max(0, offset - 1)),
    (offset) => bom + offset
  ]
  const squeeze = (text: string) => text.replace(/\s+/g, '').slice(0, 30)
  const fits = (way: (offset: number) => number) =>
    selections.filter((own) => {
      const name = squeeze((attribute(own, 'name') ?? '').replace(/…|\.\.\.$/, ''))
      const start = way(Number(attribute(own, 'startPosition')))
      return name !== '' && squeeze(content.slice(start, start + 90)).startsWith(name.slice(0, 20))
    }).length
  const scored = ways.map((way) => ({ way, score: fits(way) }))
  const best = scored.reduce((top, each) => (each.score > top.score ? each : top))
  return best.way
}
