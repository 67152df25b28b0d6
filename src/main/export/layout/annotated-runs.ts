import type { Annotation } from '../../../shared/model/annotation'
import { themesOf } from '../../../shared/model/codings'
import type { ThemeId } from '../../../shared/model/ids'
import type { InlineMark } from '../../../shared/model/inline-mark'
import type { Theme } from '../../../shared/model/theme'
import { type TextRun, text } from './blocks'
import { segmentsOf } from './segments'
import { tint } from './tint'

/** Behind what is highlighted without a theme. */
const withoutTheme = '#8c8579'

/** A highlight within a stretch of text, by offsets in that stretch (UTF-16, end exclusive). */
export interface Highlighted {
  readonly start: number
  readonly end: number
  readonly annotation: Annotation
}

export interface AnnotatedSegment {
  readonly start: number
  readonly end: number
  readonly run: TextRun
}

type Setting = { readonly annotation: Annotation } | { readonly mark: InlineMark }

/**
 * A stretch of text cut where highlights and settings begin and end. Behind its words is the colour of the shortest
 * highlight there; where several overlap, a line in the next one's colour runs below.
 */
export function annotatedSegments(
  words: string,
  highlights: readonly Highlighted[],
  marks: readonly InlineMark[],
  themes: Readonly<Record<ThemeId, Theme>>
): AnnotatedSegment[] {
  const spans = [
    ...marks.map((mark) => ({ start: mark.start, end: mark.end, setting: { mark } as Setting })),
    ...highlights.map(({ start, end, annotation }) => ({ start, end, setting: { annotation } as Setting }))
  ]
  return segmentsOf(words.length, spans).map(({ start, end, settings }) => {
    const colours = coloursOf(
      settings.flatMap((each) => ('annotation' in each ? [each.annotation] : [])),
      themes
    )
    const [first, second] = colours
    const run = text(words.slice(start, end), {
      ...settingOf(settings.flatMap((each) => ('mark' in each ? [each.mark] : []))),
      ...(first === undefined ? {} : { shade: tint(first) }),
      ...(second === undefined ? {} : { line: second })
    })
    return { start, end, run }
  })
}

/** Colours of what lies over a place, the shortest highlight's first, each once. */
function coloursOf(over: readonly Annotation[], themes: Readonly<Record<ThemeId, Theme>>): string[] {
  const length = ({ selector }: Annotation) => selector.end - selector.start
  const byLength = over.length < 2 ? over : [...over].sort((a, b) => length(a) - length(b))
  const colours = byLength.flatMap((annotation) => {
    const own = themesOf(annotation).flatMap((id) => themes[id]?.colour ?? [])
    return own.length > 0 ? own : [withoutTheme]
  })
  return [...new Set(colours)]
}

function settingOf(marks: readonly InlineMark[]): Omit<TextRun, 'kind' | 'text'> {
  const link = marks.find((mark) => mark.kind === 'link')
  return {
    ...(marks.some(({ kind }) => kind === 'emphasis') ? { italic: true as const } : {}),
    ...(marks.some(({ kind }) => kind === 'strong') ? { bold: true as const } : {}),
    ...(link?.kind === 'link' ? { href: link.href } : {})
  }
}
