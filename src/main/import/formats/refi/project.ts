import { Guid } from '../../../../shared/model/guid'
import type { ParsedPassage, RawFile, RawText, Source } from '../../parsed'
import { ParsedCoder, type ParsedRemark } from '../../parsed-sidecars'
import { attribute, childrenNamed, firstNamed, named, parseXml } from '../xml'
import { ProjectArchive } from './archive-texts'
import { asParsed, codesIn, groupsIn, pathsOf } from './codebook'
import { SourceFacts } from './facts'
import { guidOf } from './guid'
import { type LaidOut, laidOut, laidOutByLine } from './laid-out'
import { descriptionOf, Notes } from './notes'
import { ownSayings } from './own-sayings'
import { pdfPassages } from './pdf-selections'
import { codingsOn, codingsWithin, type Known, passagesIn } from './selections'
import { isBesideWords, nameOf, type SourceText, sourceTexts } from './sources'
import { toldOf } from './told'
import { timed } from './transcripts'

/**
 * A project of another program (REFI-QDA 1.0): its texts, those of PDFs and recordings too, with their codings,
 * variables, sets, notes and coders; its codebook and its notes. What has no words, or does not lie in the file, is named
 * as left out; codings without words are counted.
 */
export async function parseQdpx({ bytes }: Source): Promise<RawFile> {
  const archive = new ProjectArchive(bytes)
  const tree = parseXml(archive.project)
  const project = firstNamed(tree, 'Project') ?? tree.documentElement
  const origin = attribute(project, 'origin') ?? ''
  const own = ownSayings(archive.project, origin)
  const { codes, warnings } = codesIn(tree, own)
  const paths = pathsOf(codes)
  const coders = new Map(
    named(tree, 'User').map((each) => [guidOf(each), attribute(each, 'name') || attribute(each, 'id') || ''])
  )
  const contentOf = (element: Element) => archive.contentOf(element)
  const notes = new Notes(tree, coders, contentOf, own)
  let unknownCodes = 0
  const onUnknownCode = () => unknownCodes++
  const facts = new SourceFacts(tree, paths, own)
  const known = { coders, paths, notes, origin, isOwn: own !== null, onUnknownCode }
  const reader = new Reader(archive, known, facts)
  const found = sourceTexts(tree, contentOf)
  const texts: RawText[] = []
  for (const text of found.texts) texts.push(...(await reader.read(text)))
  return {
    texts,
    codebook: asParsed(codes),
    groups: groupsIn(tree, codes, own),
    coders: codersIn(coders),
    attributes: facts.attributes(),
    memos: [...notes.memos(tree, codes), ...facts.casesWithoutSource()],
    warnings: [
      ...warnings,
      ...toldOf('sourcesLeftOut', found.leftOut.length, found.leftOut),
      ...toldOf('textsMissing', reader.missing.length, reader.missing),
      ...toldOf('codingsLost', reader.lost + found.selectionsLost),
      ...toldOf('codesUnknown', unknownCodes)
    ]
  }
}

/** The coders that have both a name and an id that can be kept. */
function codersIn(coders: ReadonlyMap<string, string>): ParsedCoder[] {
  return [...coders].flatMap(([id, name]) => {
    const parsed = ParsedCoder.safeParse({ name: name.trim(), guid: id })
    return parsed.success ? [parsed.data] : []
  })
}

/** Makes texts of what a project says of them, and remembers what could not be made one. */
class Reader {
  readonly missing: string[] = []
  lost = 0

  constructor(
    private readonly archive: ProjectArchive,
    private readonly known: Known,
    private readonly facts: SourceFacts
  ) {}

  async read({ source, carriers, content }: SourceText): Promise<RawText[]> {
    const { isOwn } = this.known
    const lay = isOwn ? laidOutByLine : laidOut
    const own = content === null || content.trim() === '' ? null : lay(content)
    const styled = own ? null : await this.archive.styled(source)
    const blocks = own ? own.blocks : styled?.blocks
    if (!blocks) {
      this.missing.push(nameOf(source))
      // What is marked on sound, film and pictures themselves is counted with them.
      const marked = carriers.length > 0 && isBesideWords(source) ? carriers : [source]
      this.lost += marked.reduce((sum, each) => sum + codingsWithin(each), 0)
      return []
    }
    const name = nameOf(source) || nameOf(carriers[0] ?? source)
    const title = isOwn ? name : name.replace(/\.(docx?|txt|rtf|odt|pdf|md)$/i, '')
    const guid = Guid.safeParse(guidOf(source))
    // A note on several of them is one note.
    const all = [...new Set([source, ...carriers])]
    return [
      {
        ...styled,
        blocks: own ? timed(own, carriers) : blocks,
        passages: [...(styled?.passages ?? []), ...this.passages(source, carriers, own, blocks)],
        stated: { ...styled?.stated, ...this.facts.fieldsOf(source), ...(title ? { title } : {}) },
        ...(isOwn && { asStated: true }),
        ...(guid.success && { guid: guid.data }),
        attributes: Object.fromEntries(
          [...carriers, source].flatMap((each) => Object.entries(this.facts.attributesOf(each)))
        ),
        notes: [...new Set(all.map(descriptionOf))].filter((each) => each !== ''),
        remarks: distinctRemarks(all.flatMap((each) => this.known.notes.remarksOn(each))),
        part: name,
        bare: true
      }
    ]
  }

  private passages(
    source: Element,
    carriers: readonly Element[],
    own: LaidOut | null,
    blocks: RawText['blocks']
  ): ParsedPassage[] {
    const passages: ParsedPassage[] = []
    for (const carrier of carriers) {
      if (own) {
        const found = passagesIn(carrier, own, this.known)
        for (const each of found.passages) passages.push(each)
        this.lost += found.lost
      } else
        this.lost += childrenNamed(carrier, 'PlainTextSelection').reduce(
          (sum, each) => sum + codingsOn(each),
          0
        )
    }
    const onPages = pdfPassages(source, blocks.map(({ text }) => text).join('\n'), passages, this.known)
    this.lost += onPages.lost
    return [...passages, ...onPages.passages]
  }
}

function distinctRemarks(remarks: readonly ParsedRemark[]): ParsedRemark[] {
  return [...new Map(remarks.map((each) => [JSON.stringify(each), each])).values()]
}
