import { span } from '../../shared/model/span'
import { canonicalText } from '../../shared/text/canonical'
import { moveCaret, type Surface, useSurface } from '../state/surface'
import { shownBlocks, shownText } from './joined-window'

const text = canonicalText(shownBlocks)

/** A view of the joined window's text without a screen: what is let go of is not selected any more. */
export const plainSurface: Surface = {
  documents: [shownText],
  select: (passage) => moveCaret({ document: shownText, offset: passage.end }, passage),
  clear: () => moveCaret(useSurface.getState().caret, null),
  placeCaret: (caret) => moveCaret(caret, null),
  caretAt: () => null,
  reveal() {},
  boxOf: () => null,
  rangeOf: () => null,
  focus() {},
  hasFocus: () => true
}

/** Selects the first place where some words stand. */
export function selectWords(words: string): void {
  const start = text.indexOf(words)
  plainSurface.select({ document: shownText, ...span(start, start + words.length) })
}
