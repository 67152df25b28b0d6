import type { RawText } from '../../parsed'
import { entryText, unpack } from '../archive'
import { parseDocx } from '../docx'
import { parsePdf } from '../pdf/pdf'
import { attribute, childrenNamed } from '../xml'

/** The project file of an archive, and the texts that lie beside it, in whichever folder and case. */
export class ProjectArchive {
  /** The project file, as XML. */
  readonly project: string
  private readonly entries: ReadonlyMap<string, Uint8Array>
  private readonly byName: ReadonlyMap<string, string>

  constructor(private readonly bytes: Uint8Array) {
    this.entries = unpack(bytes, (name) => /\.(qde|txt)$/i.test(name))
    const names = [...this.entries.keys()]
    const projects = names.filter((name) => /\.qde$/i.test(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name))
    if (projects.length > 1) throw new Error(`it holds ${projects.length} projects, where one is expected`)
    const [main] = projects
    const project = main === undefined ? null : entryText(this.entries, main)
    if (project === null) throw new Error('it has no project file')
    this.project = project
    this.byName = new Map(names.map((name) => [lastOf(name), name]))
  }

  /** What a text or note says: in the project file itself, or in a file beside it. Null where that is missing. */
  contentOf(element: Element): string | null {
    const within = childrenNamed(element, 'PlainTextContent')[0]
    if (within) return within.textContent ?? ''
    const name = this.byName.get(lastOf(attribute(element, 'plainTextPath') ?? ''))
    return name === undefined ? null : entryText(this.entries, name)
  }

  /** A source whose plain text is missing, read from its Word file or PDF; null where that is missing too or says nothing. */
  async styled(source: Element): Promise<RawText | null> {
    const path = lastOf(attribute(source, 'richTextPath') ?? attribute(source, 'path') ?? '')
    const parse = path.endsWith('.docx') ? parseDocx : path.endsWith('.pdf') ? parsePdf : null
    if (!parse) return null
    const [bytes] = unpack(this.bytes, (name) => lastOf(name) === path).values()
    if (!bytes) return null
    try {
      const [text] = await parse({ bytes, name: path, text: () => '' })
      return text ?? null
    } catch {
      return null
    }
  }
}

function lastOf(path: string): string {
  return (path.replaceAll('\\', '/').split('/').at(-1) ?? '').toLowerCase()
}
