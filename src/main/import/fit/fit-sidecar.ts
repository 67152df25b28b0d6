import type { ImportWarning } from '../../../shared/model/import-warning'
import { languageTag, metadataLimits } from '../../../shared/model/metadata-limits'
import {
  isWholeNote,
  ParsedQuote,
  type ParsedSidecar,
  type ReferenceFacts,
  SidecarTarget
} from '../parsed-sidecars'
import { fitCoder, fitExchanged, fitInstant, fitMemo, fitPaths } from './fit-codes'
import { fitAttributes, wholeOf } from './fit-metadata'
import { type Fitter, startOf } from './fitter'

const most = {
  exact: ParsedQuote.shape.exact.maxLength ?? 0,
  context: ParsedQuote.shape.prefix.maxLength ?? 0,
  title: SidecarTarget.shape.title.maxLength ?? 0,
  doi: SidecarTarget.shape.doi.maxLength ?? 0,
  source: SidecarTarget.shape.source.maxLength ?? 0,
  quotes: 100_000
}

/** What is said of a text, within its bounds; null where nothing of it can be kept. */
export function fitSidecar(
  fit: Fitter,
  own: ParsedSidecar
): { sidecar: ParsedSidecar | null; warnings: ImportWarning[] } {
  const of = fitSidecarTarget(own.of)
  if (own.kind === 'reference')
    return { sidecar: { ...own, of, facts: fitFacts(fit, own.facts) }, warnings: [] }
  let wordless = 0
  const quotes = fit.list('quote', own.quotes, most.quotes).flatMap((quote): ParsedQuote[] => {
    const fitted = fitQuote(fit, quote)
    if (quote.exact !== '' && isWholeNote(fitted)) wordless++
    return isWholeNote(fitted) && fitted.memo.trim() === '' ? [] : [fitted]
  })
  return {
    sidecar: quotes.length > 0 ? { ...own, of, quotes } : null,
    warnings: wordless > 0 ? [{ key: 'passagesWithoutQuote', count: wordless }] : []
  }
}

/** What a text is told by: only for comparing, so that nothing is lost where it is cut. */
function fitSidecarTarget({ title, doi, source, via }: SidecarTarget): SidecarTarget {
  return {
    title: startOf(title, most.title),
    doi: startOf(doi, most.doi),
    source: startOf(source, most.source),
    ...(via !== undefined && { via: startOf(via, most.source) })
  }
}

/** The words of a quote as one line: what is left when control characters and halves of characters are taken for spaces. */
export function quotedWords(exact: string): string {
  return exact.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()
}

/** A quote without words becomes a note on the text as a whole, if it has a memo. */
function fitQuote(fit: Fitter, quote: ParsedQuote): ParsedQuote {
  const isWordless = quotedWords(quote.exact) === ''
  if (quote.exact.length > most.exact) fit.tellCut('quote', quote.exact)
  const { start, end, inBytes, until } = quote
  const isPosition = (value: number | null | undefined) =>
    value !== null && value !== undefined && Number.isFinite(value) && value >= 0
  return {
    exact: isWordless ? '' : startOf(quote.exact, most.exact),
    prefix: quote.prefix.slice(-most.context),
    suffix: quote.suffix.slice(0, most.context),
    start: isPosition(start) ? start : null,
    ...(isPosition(end) && { end }),
    ...(inBytes && { inBytes }),
    ...(until && !isWordless && { until: fitWords(until) }),
    memo: fitMemo(fit, quote.memo),
    themes: fitPaths(fit, quote.themes),
    coder: fitCoder(fit, quote.coder),
    created: fitInstant(fit, quote.created),
    ...(quote.guid && { guid: quote.guid }),
    ...(quote.quality && { quality: quote.quality }),
    ...(quote.sum && { sum: quote.sum }),
    ...fitExchanged(fit, quote)
  }
}

function fitWords({ exact, prefix, suffix }: NonNullable<ParsedQuote['until']>): ParsedQuote['until'] {
  return {
    exact: startOf(exact, most.exact),
    prefix: prefix.slice(-most.context),
    suffix: suffix.slice(0, most.context)
  }
}

/** A reference within the bounds of metadata. What it calls a language and is no tag, and what is too long, become attributes. */
function fitFacts(fit: Fitter, own: ReferenceFacts): ReferenceFacts {
  const lineOf = (field: 'title' | 'publisher' | 'source') =>
    fit.line(field, own[field], metadataLimits[field])
  const fitted = {
    title: lineOf('title').trim(),
    publisher: lineOf('publisher'),
    source: lineOf('source')
  }
  const isTag = own.language === '' || languageTag.test(own.language)
  if (!isTag) fit.tellChanged('language', own.language)
  const attributes = {
    ...wholeOf(own, fitted),
    ...(isTag ? {} : { language: own.language }),
    ...own.attributes
  }
  return {
    ...fitted,
    language: isTag ? own.language : '',
    published: startOf(own.published, 100),
    csl: own.csl,
    attributes: fitAttributes(fit, attributes)
  }
}
