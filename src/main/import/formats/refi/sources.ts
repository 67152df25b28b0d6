import { attribute, childrenNamed, firstNamed, localName } from '../xml'
import { codingsOn, codingsWithin } from './selections'

/** A text of a project: what was selected in it stands in its carriers, what is known of it with its source. */
export interface SourceText {
  readonly source: Element
  /** The source itself, the text beside a PDF or picture, or a transcript; several where they share their words. */
  readonly carriers: Element[]
  /** Null where its words do not lie in the file. */
  readonly content: string | null
}

export interface SourceTexts {
  readonly texts: readonly SourceText[]
  /** The names of sources that have no words: pictures, sound, film. */
  readonly leftOut: readonly string[]
  /** How many codings are on sound, film and pictures. */
  readonly selectionsLost: number
}

/** In which elements the words of each kind of source stand. */
const carriersOf: Readonly<Record<string, (source: Element) => Element[]>> = {
  TextSource: (source) => [source],
  PDFSource: (source) => childrenNamed(source, 'Representation'),
  PictureSource: (source) => childrenNamed(source, 'TextDescription'),
  AudioSource: (source) => childrenNamed(source, 'Transcript'),
  VideoSource: (source) => childrenNamed(source, 'Transcript')
}

/** The texts of a project, wherever they stand in it. A transcript that is a text of its own too is one text. */
export function sourceTexts(tree: Document, contentOf: (element: Element) => string | null): SourceTexts {
  const texts: SourceText[] = []
  const leftOut: string[] = []
  const byPath = new Map<string, SourceText>()
  let selectionsLost = 0
  const sources = Array.from(firstNamed(tree, 'Sources')?.children ?? [])
  const isText = (source: Element) => localName(source) === 'TextSource'
  for (const source of [...sources.filter(isText), ...sources.filter((each) => !isText(each))]) {
    const carriers = carriersOf[localName(source)]?.(source) ?? []
    if (carriers.length === 0 && localName(source) !== 'PDFSource') {
      leftOut.push(nameOf(source))
      selectionsLost += codingsWithin(source)
    } else selectionsLost += besideWords(source)
    if (carriers.length === 0 && localName(source) === 'PDFSource')
      texts.push({ source, carriers, content: null })
    for (const carrier of carriers) {
      const path = attribute(carrier, 'plainTextPath')?.toLowerCase()
      const same = path && localName(carrier) === 'Transcript' ? byPath.get(path) : undefined
      if (same) {
        same.carriers.push(carrier)
        continue
      }
      const text = { source, carriers: [carrier], content: contentOf(carrier) }
      texts.push(text)
      if (path) byPath.set(path, text)
    }
  }
  return { texts, leftOut, selectionsLost }
}

export function nameOf(source: Element): string {
  return attribute(source, 'name') ?? ''
}

/** Whether a source is no text itself, but has words beside it: a transcript, a description. */
export function isBesideWords(source: Element): boolean {
  return /^(Picture|Audio|Video)Source$/.test(localName(source))
}

function besideWords(source: Element): number {
  const kinds = ['PictureSelection', 'AudioSelection', 'VideoSelection']
  return kinds.flatMap((kind) => childrenNamed(source, kind)).reduce((sum, each) => sum + codingsOn(each), 0)
}
