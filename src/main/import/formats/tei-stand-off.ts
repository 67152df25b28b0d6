import type { QualityMark } from '../../../shared/model/quality'
import { qualityMarks } from '../../../shared/model/quality-marks'
import { blockSpans } from '../../../shared/text/canonical'
import type { ParsedBlock, ParsedCode, ParsedPassage } from '../parsed'
import type { ParsedCoding, ParsedMemo, ParsedRemark } from '../parsed-sidecars'
import { instantOf } from './parse-timestamp'
import type { PointInBlock } from './tei-reader'
import { attribute, childrenNamed, firstNamed, named, tidy } from './xml'

/** A text of the file as it was read. */
interface ReadText {
  readonly blocks: readonly ParsedBlock[]
  readonly points: readonly PointInBlock[]
}

/** A memo with what it is on: the name of a text, or of a theme, or of neither. */
interface StatedMemo {
  readonly target: string
  readonly formula: string | null
  readonly remark: ParsedRemark
}

/**
 * What a file of TEI says of its texts beside them, as this program writes it: highlights from one `anchor` to another with
 * their codings, marks and memos (17.10), memos on a text, a theme or the project, and the `taxonomy` that is the codebook.
 */
export class TeiStandOff {
  readonly codebook: readonly ParsedCode[]
  private readonly paths = new Map<string, readonly string[]>()
  private readonly people = new Map<string, string>()
  private readonly annotations: readonly Element[]
  private readonly stated: readonly StatedMemo[]

  constructor(tree: Document) {
    for (const person of named(tree, 'respStmt')) {
      const id = attribute(person, 'id')
      if (id) this.people.set(id, tidy(firstNamed(person, 'persName')?.textContent))
    }
    const codebook = named(tree, 'taxonomy').find((each) => attribute(each, 'id') === 'codebook')
    this.codebook = codebook ? [...this.codesIn(codebook, [])] : []
    const all = named(tree, 'annotation').filter((each) => each.closest('standOff') && !each.closest('egXML'))
    const isOnPassage = (each: Element) => rangeOf(each) !== null
    this.annotations = all.filter(isOnPassage)
    this.stated = all.filter((each) => !isOnPassage(each)).flatMap((each) => this.memoIn(each))
  }

  /** The highlights that lie in a text. */
  passages({ blocks, points }: ReadText): ParsedPassage[] {
    const spans = blockSpans(blocks)
    const places = new Map(points.map(({ name, block, at }) => [name, (spans[block]?.start ?? 0) + at]))
    return this.annotations.flatMap((annotation) => {
      const [start, end] = (rangeOf(annotation) ?? []).map((name) => places.get(name))
      return start === undefined || end === undefined || end <= start
        ? []
        : [{ start, end, ...this.saidOf(annotation) }]
    })
  }

  /** How many highlights of the file lie in none of its texts. */
  lostAmong(passages: number): number {
    return this.annotations.length - passages
  }

  /** The memos on a text, by the name that the file has for it. */
  remarksOn(text: Element): ParsedRemark[] {
    const id = attribute(text, 'id')
    return this.stated.filter(({ target }) => target === id).map(({ remark }) => remark)
  }

  /** The memos on themes, formulas and the project. */
  memos(): ParsedMemo[] {
    return this.stated.flatMap(({ target, formula, remark }): ParsedMemo[] => {
      const theme = this.paths.get(target)
      if (theme) return [{ ...remark, theme: [...theme] }]
      if (target !== 'edition') return []
      return [{ ...remark, theme: null, ...(formula !== null && { formula }) }]
    })
  }

  private *codesIn(parent: Element, above: readonly string[]): Generator<ParsedCode> {
    for (const category of childrenNamed(parent, 'category')) {
      const name = tidy(childrenNamed(category, 'gloss')[0]?.textContent)
      if (name === '') continue
      const path = [...above, name]
      const id = attribute(category, 'id')
      if (id) this.paths.set(id, path)
      const said = (type: string) => noteIn(category, 'desc', type) ?? ''
      const colour = /#[0-9a-f]{6}\b/i.exec(attribute(category, 'style') ?? '')?.[0].toLowerCase() ?? null
      yield {
        path,
        colour,
        description: said('definition'),
        inclusion: said('inclusion'),
        exclusion: said('exclusion'),
        example: said('example')
      }
      yield* this.codesIn(category, path)
    }
  }

  private saidOf(annotation: Element): Omit<ParsedPassage, 'start' | 'end'> {
    const changes = childrenNamed(annotation, 'revisionDesc').flatMap((each) => childrenNamed(each, 'change'))
    const changeOf = (type: string, target?: string) =>
      changes.find(
        (each) =>
          attribute(each, 'type') === type &&
          (target === undefined || nameIn(attribute(each, 'target')) === target)
      )
    const [made, changed] = [changeOf('created'), changeOf('modified')]
    const coder = this.personIn(attribute(annotation, 'resp') ?? made?.getAttribute('who') ?? null)
    const codings = childrenNamed(annotation, 'ptr').flatMap((pointer): ParsedCoding[] => {
      const theme = this.paths.get(nameIn(attribute(pointer, 'target')))
      const coded = changeOf('coded', attribute(pointer, 'id') ?? '')
      if (!theme) return []
      const by = coded ? this.personIn(attribute(coded, 'who')) : coder
      return [{ theme: [...theme], coder: by, created: coded ? whenOf(coded) : null }]
    })
    const quality = childrenNamed(annotation, 'note').flatMap((note): QualityMark[] => {
      const mark = qualityMarks.find((each) => each === attribute(note, 'n'))
      return attribute(note, 'type') === 'quality' && mark ? [mark] : []
    })
    return {
      memo: noteIn(annotation, 'note', 'memo') ?? '',
      themes: [...new Map(codings.map(({ theme }) => [JSON.stringify(theme), theme])).values()],
      codings,
      coder,
      created: made ? whenOf(made) : null,
      ...(changed && { modified: whenOf(changed) }),
      ...(quality.length > 0 && { quality })
    }
  }

  private memoIn(annotation: Element): StatedMemo[] {
    const { memo: text, coder, created, modified } = this.saidOf(annotation)
    const note = childrenNamed(annotation, 'note').find((each) => attribute(each, 'type') === 'memo')
    if (!note || text === '') return []
    return [
      {
        target: nameIn(attribute(annotation, 'target')),
        formula: attribute(note, 'n'),
        remark: {
          title: noteIn(annotation, 'note', 'title') ?? '',
          text,
          coder,
          created,
          ...(modified && { modified })
        }
      }
    ]
  }

  private personIn(pointer: string | null): string {
    return this.people.get(nameIn(pointer)) ?? ''
  }
}

/** The anchors from one to the other of which an annotation reaches; null where it is on something else. */
function rangeOf(annotation: Element): readonly string[] | null {
  const [, from, to] = /^#range\(([^,\s]+),\s*([^)\s]+)\)$/.exec(attribute(annotation, 'target') ?? '') ?? []
  return from !== undefined && to !== undefined ? [from, to] : null
}

/** What a note of a kind says, letter by letter; null where there is none. */
function noteIn(parent: Element, element: 'note' | 'desc', type: string): string | null {
  return childrenNamed(parent, element).find((each) => attribute(each, 'type') === type)?.textContent ?? null
}

function whenOf(change: Element): string | null {
  return instantOf(attribute(change, 'when') ?? '')
}

function nameIn(pointer: string | null): string {
  return (pointer ?? '').replace(/^#/, '')
}
