import { conceptOf, type NamedTheme } from '../../../shared/interchange/web-annotation/concept'
import { urnOf, urnOfText } from '../../../shared/interchange/web-annotation/names'
import type { Annotation } from '../../../shared/model/annotation'
import type { Coding } from '../../../shared/model/coding'
import type { VariorumDocument } from '../../../shared/model/document'
import { Guid } from '../../../shared/model/guid'
import type { CoderId, ThemeId } from '../../../shared/model/ids'
import type { QualityMark } from '../../../shared/model/quality'
import type { Theme } from '../../../shared/model/theme'
import type { EntityGuids } from '../../project/entity-guid'
import type { References } from '../format'
import type { Selected } from './passage'

/** What is written of a highlight, whichever record it comes from. */
export interface Annotated extends Pick<Annotation, 'id' | 'coder' | 'created' | 'modified' | 'memo'> {
  readonly codings: readonly Coding[]
  readonly quality: readonly QualityMark[]
  readonly guid?: Annotation['guid'] | string | null
}

/** Makes Web Annotations (W3C Recommendation of 2017) of highlights. */
export class AnnotationMaker {
  private readonly concepts = new Map<ThemeId, ReturnType<typeof conceptOf>>()

  constructor(
    private readonly references: Pick<References, 'info' | 'themes'>,
    private readonly guids: EntityGuids
  ) {}

  /**
   * One annotation: a `tagging` body for each coding, with its coder and time, and its theme as a concept of SKOS; the
   * memo as a `commenting` body in Markdown; each mark of the wording as a `reviewing` body.
   */
  of(own: Annotated, document: VariorumDocument, { words, place }: Selected): object {
    const { memo } = own
    const guid = Guid.safeParse(own.guid)
    const creator = this.person(own.coder)
    const bodies = [
      ...own.codings.flatMap(({ theme, coder, created }) => this.tag(theme, coder, created)),
      ...(memo === ''
        ? []
        : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: wellFormed(memo) }]),
      ...own.quality.map((mark) => ({ type: 'TextualBody', purpose: 'reviewing', value: mark }))
    ]
    return {
      id: urnOf(this.guids.of('annotation', { id: own.id, guid: guid.data })),
      type: 'Annotation',
      motivation: own.codings.length > 0 ? 'tagging' : memo === '' ? 'highlighting' : 'commenting',
      creator,
      created: own.created,
      modified: own.modified,
      ...(bodies.length > 0 && { body: bodies }),
      target: {
        source: this.source(document, place?.sum ?? null),
        selector: (place?.selectors ?? [{ type: 'TextQuoteSelector', ...words }]).map(wellFormedIn)
      }
    }
  }

  private tag(id: ThemeId, coder: CoderId, created: string): object[] {
    const theme = this.references.themes[id]
    if (!theme) return []
    return [
      {
        type: 'TextualBody',
        purpose: 'tagging',
        value: wellFormed(theme.name),
        creator: this.person(coder),
        created,
        'dcterms:subject': this.concept(theme)
      }
    ]
  }

  private concept(theme: Theme): ReturnType<typeof conceptOf> {
    if (!this.concepts.has(theme.id)) this.concepts.set(theme.id, conceptOf(this.pathOf(theme)))
    return this.concepts.get(theme.id)
  }

  private pathOf(theme: Theme): NamedTheme[] {
    const parent = theme.parent === null ? undefined : this.references.themes[theme.parent]
    const own = { guid: this.guids.of('theme', theme), name: wellFormed(theme.name) }
    return [...(parent ? this.pathOf(parent) : []), own]
  }

  private person(id: CoderId): object {
    const coder = this.references.info.coders[id]
    return {
      id: urnOf(this.guids.of('coder', { id, guid: coder?.guid })),
      type: 'Person',
      name: wellFormed(coder?.name ?? id)
    }
  }

  /** The text: by its GUID, with its title, the sum of the very text that positions count in, and where it was published. */
  private source(document: VariorumDocument, sum: string | null): object {
    return {
      id: urnOf(this.guids.of('document', document)),
      type: 'Text',
      format: 'text/plain',
      language: document.language,
      'dcterms:title': wellFormed(document.title),
      ...(sum !== null && { 'dcterms:identifier': urnOfText(sum) }),
      ...(isAddress(document.source) && { via: document.source })
    }
  }
}

function isAddress(source: string): boolean {
  return /^https?:\/\/[^\s"<>\\^`{|}]+$/i.test(source) && URL.canParse(source)
}

/** No half of a character goes into JSON that other programs read. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD')
}

function wellFormedIn(selector: object): object {
  return Object.fromEntries(
    Object.entries(selector).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? wellFormed(value)
        : typeof value === 'object' && value !== null
          ? wellFormedIn(value)
          : value
    ])
  )
}
