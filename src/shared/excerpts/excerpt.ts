import type { Annotation } from '../model/annotation'
import type { VariorumDocument } from '../model/document'
import type { ThemeId } from '../model/ids'
import type { Theme } from '../model/theme'

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
  readonly annotation: Pick<Annotation, 'id' | 'quality' | 'created' | 'parallel'>
  readonly coder: string
  readonly quote: string
  readonly memo: string
  readonly sentence: string
  readonly citation: string
  readonly paragraph: number | null
  readonly themes: readonly string[]
  readonly renderings: readonly AlignedRendering[]
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
