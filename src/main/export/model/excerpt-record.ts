import { differences } from '../../../shared/alignment/words/differences'
import { sameLanguage } from '../../../shared/alignment/words/findings'
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
import type { ProjectState } from '../../../shared/model/state'
import { blockSpans, canonicalText, indexAt } from '../../../shared/text/canonical'
import { verbatim, withinVerbatim } from '../../../shared/text/verbatim'
import type { Comparison, RenderingFound } from '../../services/compare'
import { parallelIn } from '../../services/passages'
import { required } from '../export-problem'
import type { Moment } from './moment'

const nowhere: Locator = {
  page: null,
  sheet: null,
  time: null,
  paragraph: null,
  sentence: null,
  begins: 'unnumbered'
}

/** What of a passage goes along: what the person left out is not even in the record. */
export type RecordOptions = Pick<
  ExportOptions,
  'context' | 'memos' | 'quality' | 'renderings' | 'differences' | 'coders'
>

/**
 * Makes an annotation ready to be written, not cited yet; null where its text is no longer in the project. A passage that
 * waits to be settled is quoted from the state of the text in which it was last found for sure, without renderings.
 *
 * @throws ExportProblem where a text cannot be read
 */
export async function excerptRecord(
  moment: Moment,
  comparison: Comparison,
  annotation: Annotation,
  options: RecordOptions
): Promise<ExcerptRecord | null> {
  const { selector } = annotation
  const document = moment.state.documents.get(annotation.document)
  if (!document) return null
  const content = required(await moment.contents.text(selector.revision))
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
    renderings:
      options.renderings === 'none' || !isSettled
        ? []
        : await renderingsOf(moment, comparison, document, annotation, options.differences),
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

async function renderingsOf(
  moment: Moment,
  comparison: Comparison,
  document: VariorumDocument,
  annotation: Annotation,
  wantDifferences: boolean
): Promise<ExcerptRendering[]> {
  const found = await comparison.renderings(moment, document.id, annotation.selector)
  return found.map((rendering) => {
    const { version, spans } = rendering
    const text = verbatim(version.text, spans)
    return {
      document: version.document.id,
      text,
      highlighted: highlightedIn(moment.state, annotation, rendering),
      differences:
        wantDifferences && text !== '' && sameLanguage(document.language, version.document.language)
          ? wordsThatDiffer(rendering.said, text)
          : []
    }
  })
}

/** The words of a rendering that are highlighted in parallel, as a span of what is shown of it. */
function highlightedIn(
  state: ProjectState,
  { parallel }: Annotation,
  { version, spans }: RenderingFound
): Span | null {
  const there = parallel === null ? undefined : parallelIn(state, version.document.id).get(parallel)
  if (!there || there.selector.revision !== currentText(version.document)) return null
  return withinVerbatim(version.text, spans, there.selector)
}

/** The words of `text` that do not stand so in `own`. */
function wordsThatDiffer(own: string, text: string): Span[] {
  return differences(own, text).flatMap(({ kind, b }) => (kind === 'same' || !b ? [] : [b]))
}
