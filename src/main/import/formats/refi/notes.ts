import type { ParsedMemo, ParsedRemark } from '../../parsed-sidecars'
import { instantOf } from '../parse-timestamp'
import { attribute, childrenNamed, firstNamed, named, prose, tidy } from '../xml'
import type { Code } from './codebook'
import { guidOf, oneGuid, targetOf } from './guid'
import type { OwnSayings } from './own-sayings'

interface Note {
  readonly title: string
  readonly text: string
  readonly coder: string
  readonly created: string | null
  readonly modified: string | null
  readonly formula: string | undefined
}

/**
 * The notes of a project. What one is on is said by references to it, or by links between it and something else; one
 * that nothing names is a note on the project. `on` is asked for everything that comes in before `rest` is.
 */
export class Notes {
  private readonly notes: ReadonlyMap<string, Note>
  private readonly linked = new Map<string, string[]>()
  private readonly used = new Set<string>()

  /** @param contentOf what a note or text says, wherever it lies; null where it is missing */
  constructor(
    tree: Document,
    private readonly coders: ReadonlyMap<string, string>,
    contentOf: (element: Element) => string | null,
    own: OwnSayings | null = null
  ) {
    const read = named(tree, 'Note').map((note): [string, Note] => {
      const guid = guidOf(note)
      const content = contentOf(note)
      const said = [prose(childrenNamed(note, 'Description')[0]?.textContent), content?.trim()]
      const name = own?.name.get(guid) ?? tidy(attribute(note, 'name'))
      const text = own ? (content ?? '') : said.filter(Boolean).join('\n\n')
      return [
        guid,
        {
          // In other programs a note without words is its name.
          ...(text === '' && !own ? { title: '', text: name } : { title: name, text }),
          coder: this.by(note),
          created: instantOf(attribute(note, 'creationDateTime')),
          modified: instantOf(attribute(note, 'modifiedDateTime')),
          formula: own?.formula.get(guid)
        }
      ]
    })
    this.notes = new Map(read.filter(([, { title, text }]) => title + text !== ''))
    for (const link of named(tree, 'Link')) {
      const ends = [oneGuid(attribute(link, 'originGUID')), oneGuid(attribute(link, 'targetGUID'))]
      for (const [own, other] of [ends, ends.toReversed()])
        if (own !== undefined && other !== undefined && this.notes.has(own))
          this.linked.set(other, [...(this.linked.get(other) ?? []), own])
    }
  }

  /** What is said of something: its description, and the notes on it, each with its name. */
  on(element: Element): string[] {
    return [descriptionOf(element), ...this.about(element).map(inFull)].filter((each) => each !== '')
  }

  /** The notes on something, each as a memo; its description is not among them. */
  remarksOn(element: Element): ParsedRemark[] {
    return this.about(element).map(asRemark)
  }

  /** Notes on the project and on its codes; a code's description is part of the codebook. Those that nothing has named come last. */
  memos(tree: Document, codes: readonly Code[]): ParsedMemo[] {
    const project = firstNamed(tree, 'Project')
    const description = prose(project && childrenNamed(project, 'Description')[0]?.textContent)
    const onProject = (project ? this.about(project) : []).map((note) => asMemo(note, null))
    const onCodes = codes.flatMap(({ element, path }) =>
      this.about(element).map((note) => asMemo(note, [...path]))
    )
    const rest = [...this.notes].flatMap(([id, note]) => (this.used.has(id) ? [] : [asMemo(note, null)]))
    const described: ParsedMemo | '' = description && {
      theme: null,
      title: '',
      text: description,
      coder: '',
      created: null
    }
    return [...(described ? [described] : []), ...onProject, ...onCodes, ...rest]
  }

  private about(element: Element): Note[] {
    const ids = [
      ...childrenNamed(element, 'NoteRef').map(targetOf),
      ...(this.linked.get(guidOf(element)) ?? [])
    ]
    return [...new Set(ids)].flatMap((id) => {
      const note = this.notes.get(id)
      if (note) this.used.add(id)
      return note ?? []
    })
  }

  private by(note: Element): string {
    return this.coders.get(oneGuid(attribute(note, 'creatingUser'))) ?? ''
  }
}

function inFull({ title, text }: Note): string {
  return [title, text].filter(Boolean).join('\n\n')
}

function asMemo(note: Note, theme: string[] | null): ParsedMemo {
  return { theme, ...asRemark(note), ...(note.formula && theme === null && { formula: note.formula }) }
}

function asRemark({ title, text, coder, created, modified }: Note): ParsedRemark {
  return { title, text, coder, created, ...(modified !== null && modified !== created && { modified }) }
}

/** What stands in the element itself. */
export function descriptionOf(element: Element): string {
  return prose(childrenNamed(element, 'Description')[0]?.textContent)
}
