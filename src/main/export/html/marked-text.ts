import type { Annotation } from '../../../shared/model/annotation'
import { themesOf } from '../../../shared/model/codings'
import type { ThemeId } from '../../../shared/model/ids'
import type { InlineMark } from '../../../shared/model/inline-mark'
import type { Span } from '../../../shared/model/offsets'
import { span } from '../../../shared/model/span'
import type { Block } from '../../../shared/model/text-content'
import type { References } from '../format'
import { cutAtMarks } from './cut'
import { type Html, html } from './markup'
import { colourOf, themeName } from './reference-html'
import { safeAddress } from './rich-html'

/** A highlight as it is drawn in a text; the number of its note where it has one. */
export interface TextMark extends Span {
  readonly annotation: Annotation
  readonly note: number | null
  /** CSS: the colour of its first theme. */
  readonly style: string
  /** Its themes by their names, for a reader who points at it. */
  readonly title: string
  /** Its themes by number, for the script of a page that has one. */
  readonly numbers: string | null
}

interface Layer extends Span {
  readonly mark: TextMark | null
  readonly inline: InlineMark | null
}

interface MarkNumbers {
  readonly firstNote?: number
  readonly themeNumbers?: ReadonlyMap<ThemeId, number> | null
}

/** The highlights of a text in its order; those with a memo or marks of the wording are numbered where they end. */
export function textMarks(
  annotations: readonly Annotation[],
  themes: References['themes'],
  hasNote: (annotation: Annotation) => boolean,
  { firstNote = 1, themeNumbers = null }: MarkNumbers = {}
): TextMark[] {
  const noted = annotations
    .filter(hasNote)
    .toSorted((a, b) => a.selector.end - b.selector.end || b.selector.start - a.selector.start)
  const numbers = new Map(noted.map((each, at) => [each, firstNote + at]))
  return annotations.map((annotation) => {
    const own = themesOf(annotation)
    return {
      ...span(annotation.selector.start, annotation.selector.end),
      annotation,
      note: numbers.get(annotation) ?? null,
      style: colourOf(themes, own[0]),
      title: own.map((id) => themeName(themes, id)).join('; '),
      numbers: themeNumbers && own.map((id) => themeNumbers.get(id) ?? -1).join(' ')
    }
  })
}

export interface MarkedStretch {
  /** Where it stands in the canonical text. */
  readonly own: Span
  /** Where its block stands there. */
  readonly block: Span
  readonly content: Block
  readonly marks: readonly TextMark[]
}

/**
 * A stretch of a block as HTML: each highlight an element around its words, cut where another begins or ends, so that
 * highlights that overlap lie within each other piece by piece. The words are the text's, letter by letter.
 *
 * @param reference what stands where a highlight with a note ends; its words must be drawn, not written
 */
export function markedHtml(
  { own, block, content, marks }: MarkedStretch,
  text: string,
  reference: (mark: TextMark) => Html
): Html {
  const layers: Layer[] = [
    ...marks.map((mark) => ({ ...span(mark.start, mark.end), mark, inline: null })),
    ...(content.marks ?? []).map((inline) => ({
      ...span(block.start + inline.start, block.start + inline.end),
      mark: null,
      inline
    }))
  ]
  return html`${cutAtMarks(own, layers).map(({ start, end, covering }) => {
    let made = html`${text.slice(start, end)}`
    for (const { inline } of covering) if (inline) made = inlineHtml(inline, made)
    const highlights = covering.flatMap(({ mark }) => (mark ? [mark] : []))
    const ending = highlights.filter((mark) => mark.end === end && mark.note !== null)
    made = html`${made}${ending.toSorted((a, b) => (a.note ?? 0) - (b.note ?? 0)).map(reference)}`
    for (const mark of highlights.toSorted(innermostFirst)) made = markHtml(mark, made)
    return made
  })}`
}

function innermostFirst(a: Span, b: Span): number {
  return b.start - a.start || a.end - b.end
}

function markHtml({ annotation, style, title, numbers }: TextMark, inner: Html): Html {
  return html`<mark class="mark" data-a="${annotation.id}" style="${style}"${title !== '' && html` title="${title}"`}${numbers !== null && html` data-t="${numbers}"`}>${inner}</mark>`
}

function inlineHtml(mark: InlineMark, inner: Html): Html {
  if (mark.kind === 'emphasis') return html`<em>${inner}</em>`
  if (mark.kind === 'strong') return html`<strong>${inner}</strong>`
  const address = safeAddress(mark.href)
  return address === null ? inner : html`<a class="text-link" href="${address}">${inner}</a>`
}
