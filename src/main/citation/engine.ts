import CSL, { type Cite, type Engine } from 'citeproc'
import type { CslItem } from '../../shared/citation/csl-item'
import type { RichText } from '../../shared/export/rich-text'
import { adjustedLocale, adjustedStyle } from './adjust'
import type { CitationLanguage } from './locator'
import { hideMarkup, showMarkup } from './plain-strings'
import { joined, richTextOf } from './rich-text-of'
import { type LocaleName, shippedFile } from './shipped-files'
import type { StyleNode } from './style-tree'

/** As the specification has it, where a style says nothing. In notes. */
const usualNearNoteDistance = 5

/** It says on the console what a style lacks; that is nobody's concern here. */
CSL.debug = () => {}

/**
 * citeproc with one style, one language and the items of one export. What it writes comes out as runs of text, each sign of
 * the items as it stands there.
 */
export class CitationEngine {
  readonly #engine: Engine
  #items: ReadonlyMap<string, CslItem> = new Map()
  readonly isNote: boolean
  /** Whether it matters to the style what was cited before. */
  readonly heedsPositions: boolean
  readonly nearNoteDistance: number

  constructor(
    styleId: string,
    style: StyleNode,
    readonly language: CitationLanguage,
    items: readonly CslItem[]
  ) {
    const locale = localeOf(style, language)
    const sys = {
      retrieveItem: (id: string) => structuredClone(this.#items.get(id) ?? { id, type: 'document' }),
      retrieveLocale: (name: string) => localeFor(name, locale, styleId)
    }
    this.#engine = new CSL.Engine(sys, adjustedStyle(style, styleId), locale, true)
    this.#engine.opt.development_extensions.wrap_url_and_doi = true
    this.isNote = this.#engine.opt.xclass === 'note'
    this.heedsPositions = this.#engine.opt.update_mode === CSL.POSITION
    this.nearNoteDistance = this.#engine.citation.opt['near-note-distance'] ?? usualNearNoteDistance
    this.replace(items)
  }

  /** Puts other items in the place of those that it has; their ids must be new to it. */
  replace(items: readonly CslItem[]): void {
    this.#items = new Map(items.map((item) => [item.id, hideMarkup(item)]))
    this.#engine.updateItems([...this.#items.keys()])
  }

  /** One cite of one item, as it stands in a note or in the text. */
  cite(cite: Cite): RichText {
    return this.#read(this.#engine.makeCitationCluster([cite]))
  }

  /** Entries of the bibliography in the style's order; of a style without one none. */
  entries(ids: ReadonlySet<string>): Map<string, RichText> {
    const include = [...ids].map((value) => ({ field: 'id', value }))
    const made = this.#engine.makeBibliography(ids.size < this.#items.size ? { include } : undefined)
    if (made === false) return new Map()
    const [{ entry_ids: order }, texts] = made
    return new Map(texts.map((html, index) => [order[index]?.[0] ?? '', this.#read(html)]))
  }

  /** Entries that stand alone: the author is named in each, and no number stands before it. */
  wholeEntries(): Map<string, RichText> {
    const options = this.#engine.bibliography?.opt ?? {}
    const substitute = options['subsequent-author-substitute']
    options['subsequent-author-substitute'] = undefined
    const made = this.#engine.makeBibliography()
    options['subsequent-author-substitute'] = substitute
    if (made === false) return new Map()
    const [{ entry_ids: order }, texts] = made
    return new Map(
      texts.map((html, index) => [
        order[index]?.[0] ?? '',
        this.#read(html.replace(/<div class="csl-left-margin">.*?<\/div>/s, ''))
      ])
    )
  }

  #read(html: string): RichText {
    const own = this.language === 'zh-CN' ? oneTitleMark(chineseDays(html)) : html
    const tidy = this.#uncertainDates(html).reduce(oneDate, own)
    return joined(richTextOf(tidy).map((run) => upright(showMarkup(run))))
  }

  #uncertainDates(html: string): string[] {
    return [...new Set([...html.matchAll(/\[\d{4}(?:-\d\d){0,2}\?\]/g)].map(([date]) => date))]
  }
}

function localeOf(style: StyleNode, language: CitationLanguage): LocaleName {
  if (language === 'zh-CN') return language
  return style.attrs['default-locale']?.startsWith('en-GB') ? 'en-GB' : 'en-US'
}

/** citeproc also asks for the languages that a style's own locale falls back to; American English is its last resort. */
function localeFor(name: string, own: LocaleName, styleId: string): StyleNode {
  const known = name === own ? own : 'en-US'
  return adjustedLocale(shippedFile(known), known, styleId)
}

/** A date that is a phrase takes no word for year after it, and is not said twice in one breath. */
function oneDate(html: string, date: string): string {
  return html.replaceAll(`${date}年`, date).replaceAll(`${date}. ${date}.`, `${date}.`)
}

/** `5月 21` as styles with the month first make it. */
function chineseDays(html: string): string {
  return html.replace(/(?<=\d{4}, \d{1,2}月) (\d{1,2})(?=\))/g, '$1日')
}

/** A title that has its marks is given them again where a style puts titles in quotation marks. */
function oneTitleMark(html: string): string {
  return html.replaceAll('《《', '《').replaceAll('》》', '》')
}

/** Chinese has no italics. */
function upright(run: RichText[number]): RichText[number] {
  if (!run.italic || !/\p{Script=Han}/u.test(run.text)) return run
  const { italic: _, ...plain } = run
  return plain
}
