import { plainMemo } from '../memos/links'
import type { Annotation } from '../model/annotation'
import { themesOf } from '../model/codings'
import type { VariorumDocument } from '../model/document'
import type { ThemeId } from '../model/ids'
import type { Span } from '../model/offsets'
import { span } from '../model/span'
import type { Block } from '../model/text-content'
import type { Theme } from '../model/theme'
import { blockSpans, canonicalText, firstEndingAfter, indexAt } from '../text/canonical'
import { type CitationWords, citation } from './citation'
import { locatorOf } from './locator'
import { sentencesIn } from './sentences-in'

/** What a version says where the excerpt stands. */
export interface AlignedRendering {
  readonly title: string
  readonly language: string
  readonly kind: string
  readonly text: string
  /** The words of it that are highlighted in parallel; empty where none are. */
  readonly highlighted: string
}

/** What a version says, cut so that the words highlighted in parallel are a piece of their own. */
export function cutAtHighlight({
  text,
  highlighted
}: AlignedRendering): { readonly text: string; readonly highlighted: boolean }[] {
  const at = highlighted === '' ? -1 : text.indexOf(highlighted)
  if (at < 0) return [{ text, highlighted: false }]
  return [
    { text: text.slice(0, at), highlighted: false },
    { text: highlighted, highlighted: true },
    { text: text.slice(at + highlighted.length), highlighted: false }
  ].filter((piece) => piece.text !== '')
}

/** An annotation made ready for quotation. */
export interface Excerpt {
  readonly document: VariorumDocument
  readonly annotation: Annotation
  readonly coder: string
  readonly quote: string
  readonly memo: string
  readonly sentence: string
  readonly citation: string
  readonly paragraph: number | null
  readonly themes: readonly string[]
  readonly renderings: readonly AlignedRendering[]
}

/** The whole sentences that a passage touches, as one span: from the first one's start to the last one's end. */
function containingSentences(blocks: readonly Block[], passage: Span): Span {
  const spans = blockSpans(blocks)
  const touched: Span[] = []
  for (let index = Math.max(0, indexAt(spans, passage.start)); index < blocks.length; index++) {
    const [block, own] = [blocks[index], spans[index]]
    if (!block || !own || own.start > passage.end) break
    const inside = sentencesIn(block)
    for (let at = firstEndingAfter(inside, passage.start - own.start); at < inside.length; at++) {
      const each = inside[at]
      if (!each || own.start + each.start >= passage.end) break
      touched.push(span(own.start + each.start, own.start + each.end))
    }
  }
  return span(touched[0]?.start ?? passage.start, touched.at(-1)?.end ?? passage.end)
}

/** A theme's names from the root. */
export function themeNames(themes: Readonly<Record<ThemeId, Theme>>, id: ThemeId): string[] {
  const names: string[] = []
  for (let at: ThemeId | null = id; at !== null; ) {
    const theme: Theme | undefined = themes[at]
    if (!theme) break
    names.unshift(theme.name)
    at = theme.parent
  }
  return names
}

/** A theme's path: its names from the root, joined by `/`; a slash inside a name is written `\/`. */
export function themePath(themes: Readonly<Record<ThemeId, Theme>>, id: ThemeId): string {
  return themeNames(themes, id)
    .map((name) => name.replaceAll('/', '\\/'))
    .join('/')
}

export function makeExcerpt(input: {
  readonly document: VariorumDocument
  readonly annotation: Annotation
  readonly blocks: readonly Block[]
  /** When the revision was made that the passage stands in, where that is not the current one. */
  readonly earlier: string | null
  readonly themes: Readonly<Record<ThemeId, Theme>>
  readonly coder: string
  readonly words: CitationWords
  readonly renderings: readonly AlignedRendering[]
}): Excerpt {
  const { document, annotation, blocks, earlier, themes, coder, words, renderings } = input
  const text = canonicalText(blocks)
  const whole = containingSentences(blocks, annotation.selector)
  const place = locatorOf(blocks, annotation.selector)
  const cited = place ? citation(document, place, words) : document.title
  return {
    document,
    annotation,
    coder,
    quote: annotation.selector.exact,
    memo: plainMemo(annotation.memo),
    sentence: text.slice(whole.start, whole.end),
    citation: earlier === null ? cited : `${cited}, ${words.earlier.replace('{{date}}', earlier)}`,
    paragraph: place?.paragraph?.from ?? null,
    themes: themesOf(annotation).map((id) => themePath(themes, id)),
    renderings
  }
}
