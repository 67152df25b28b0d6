import { differences } from '../../../shared/alignment/words/differences'
import { type QuotedText, surroundings } from '../../../shared/excerpts/context'
import { locatorOf } from '../../../shared/excerpts/locator'
import type { ExcerptRecord, ExcerptRendering, Locator } from '../../../shared/export/excerpt-record'
import type { ExportOptions } from '../../../shared/export/export-options'
import { plainMemo } from '../../../shared/memos/links'
import type { Annotation } from '../../../shared/model/annotation'
import { themesOf } from '../../../shared/model/codings'
import { currentText } from '../../../shared/model/current-text'
import type { VariorumDocument } from '../../../shared/model/document'
import type { Span } from '../../../shared/model/offsets'
import type { TextContent } from '../../../shared/model/text-content'
import { blockSpans, canonicalText, indexAt } from '../../../shared/text/canonical'
import type { GivenPassage, GivenRendering } from './given-items'

const nowhere: Locator = {
  page: null,
  sheet: null,
  time: null,
  paragraph: null,
  sentence: null,
  begins: 'unnumbered'
}

/** What of a passage goes along: what the person left out is not even in the record. */
export type RecordOptions = Pick<ExportOptions, 'context' | 'memos' | 'quality' | 'coders'>

/**
 * Makes a passage ready to be written, not cited yet. One that waits to be settled is quoted from the state of the text in
 * which it was last found for sure.
 *
 * @param content the text that its selector names
 */
export function excerptRecord(
  { annotation, renderings }: Pick<GivenPassage, 'annotation' | 'renderings'>,
  document: VariorumDocument,
  content: TextContent,
  options: RecordOptions
): ExcerptRecord {
  const { selector } = annotation
  const isSettled = currentText(document) === selector.revision
  const revision = document.revisions.find((each) => each.text === selector.revision)
  const furniture = isSettled ? document.furniture : (revision?.furniture ?? [])
  const text: QuotedText = { blocks: content.blocks, language: document.language, furniture }
  const codings = annotation.codings.filter(({ coder }) => !options.coders || options.coders.includes(coder))
  const memo = options.memos === 'none' ? '' : annotation.memo
  return {
    id: annotation.id,
    guid: annotation.guid ?? null,
    document: document.id,
    coder: annotation.coder,
    created: annotation.created,
    modified: annotation.modified,
    revision: selector.revision,
    start: selector.start,
    end: selector.end,
    quote: selector.exact,
    ...aboutQuote(text, selector, options),
    locator: locatorOf(content.blocks, selector) ?? nowhere,
    earlier: isSettled ? null : (revision?.made.slice(0, 10) ?? ''),
    codings,
    themes: themesOf({ codings }),
    quality: options.quality ? annotation.quality : [],
    memo,
    plainMemo: plainMemo(memo),
    parallel: annotation.parallel,
    furniture: beginsInFurniture(text, selector),
    renderings: renderings.map(asWritten),
    cited: { note: [], inText: [] }
  }
}

/** Whether a passage begins in a block that is furniture. */
export function beginsInFurniture({ blocks, furniture }: QuotedText, { start }: Span): boolean {
  return furniture.length > 0 && furniture.includes(indexAt(blockSpans(blocks), start))
}

/** What stands about the quote; nothing where the text does not say it at its place, so that nothing wrong is quoted. */
function aboutQuote(text: QuotedText, selector: Annotation['selector'], { context }: RecordOptions) {
  const isThere = canonicalText(text.blocks).startsWith(selector.exact, selector.start)
  return isThere
    ? surroundings(text, selector, context)
    : { before: '', after: '', goesOnBefore: false, goesOnAfter: false }
}

function asWritten({ document, text, highlighted, said }: GivenRendering): ExcerptRendering {
  const isCompared = said !== null && text !== ''
  return { document, text, highlighted, differences: isCompared ? wordsThatDiffer(said, text) : [] }
}

/** The words of `text` that do not stand so in `own`. */
function wordsThatDiffer(own: string, text: string): Span[] {
  return differences(own, text).flatMap(({ kind, b }) => (kind === 'same' || !b ? [] : [b]))
}
