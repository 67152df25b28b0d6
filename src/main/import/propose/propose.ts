import type { KnownDate, Rendering } from '../../../shared/model/document'
import type { MachineSign, ParsedBlock, ParsedText, RawText } from '../parsed'
import { findDate, findEvent, readStatedDate } from './dates'
import { isFurnitureLine, splitTrailingCredits } from './furniture'
import { settleLanguage } from './language'
import { machineSigns } from './machine-signs'
import { proposedFields } from './proposed-fields'
import { type FoundTitle, findTitle, nameAsTitle } from './title'

/**
 * Proposes furniture and metadata for a text. Everything is a proposal that the reader confirms or changes;
 * what the file states about itself comes before what is guessed.
 */
export function propose(own: RawText, fileName: string): ParsedText {
  if (own.asStated) return asStated(own, fileName)
  const { blocks: raw, stated, bare = false } = own
  const marked = bare ? raw : raw.flatMap(splitTrailingCredits).map(markFurniture)
  const found = findTitle(marked)
  const blocks = bare ? marked : marked.map((block, index) => settleOpening(block, index, found))
  const at = found.title
  const body = blocks.filter((block) => !block.furniture).map((block) => block.text)
  const furniture = blocks.filter((block) => block.furniture).map((block) => block.text)
  const bodyText = body.join('\n')
  // Formats without furniture tell date and source in their first lines.
  const opening = bare ? body.slice(0, 8).filter(isFurnitureLine) : []
  const page = [...furniture, ...opening].join('\n')
  const language = settleLanguage(shortTag(stated.language), bodyText)
  const signs = /^en\b/.test(language) ? machineSigns(bodyText, page) : []
  const told = titleOf(stated.title === nameAsTitle(fileName) ? '' : stated.title, blocks[at])
  const title = told === '' ? titleByFile(own.part, fileName) : told
  const published =
    (stated.published ? readStatedDate(stated.published) : null) ?? findDate(page) ?? dateInName(fileName)
  const values = {
    ...carried(own),
    blocks: [...blocks],
    title,
    language,
    published,
    event: findEvent(
      blocks
        .filter((block, index) => !block.furniture && index !== at)
        .map((block) => block.text)
        .join('\n'),
      published ?? yearIn(title)
    ),
    author: stated.author ?? field(page, /\bAuthor\s*[:：]\s*([^:：\n]+?)(?=\s+Source\s*[:：]|\s*$)/im),
    publisher: stated.publisher ?? publisherIn(page),
    source: stated.source ?? '',
    credit: creditIn(page),
    rendering: renderingOf(language, signs, page),
    signs
  }
  return { ...values, proposed: proposedFields(values, stated) }
}

/** A text of which a file says all that is known: only a language that it does not say is guessed. */
function asStated(own: RawText, fileName: string): ParsedText {
  const { stated, blocks } = own
  const language =
    shortTag(stated.language) ?? settleLanguage(null, blocks.map(({ text }) => text).join('\n'))
  const values = {
    ...carried(own),
    blocks: [...blocks],
    title: stated.title || titleByFile(own.part, fileName),
    language,
    published: stated.published ? readStatedDate(stated.published) : null,
    event: null,
    author: stated.author ?? '',
    publisher: stated.publisher ?? '',
    source: stated.source ?? '',
    credit: '',
    rendering: 'unknown' as const,
    signs: []
  }
  return { ...values, proposed: proposedFields(values, stated) }
}

/** What is handed on as it was read. */
function carried(own: RawText) {
  return {
    part: own.part ?? '',
    attributes: { ...own.attributes },
    warnings: [...(own.warnings ?? [])],
    passages: [...(own.passages ?? [])],
    notes: [...(own.notes ?? [])],
    ...(own.remarks && { remarks: [...own.remarks] }),
    ...(own.guid && { guid: own.guid }),
    aligned: own.aligned ?? null,
    rows: own.rows ? [...own.rows] : null,
    sheet: own.sheet ?? null,
    chapters: own.chapters ?? 0
  }
}

/** What a file states comes before a line; but a heading that says the same without the name of the site is better. */
function titleOf(stated: string | undefined, block: ParsedBlock | undefined): string {
  const own = (stated ?? '').replace(/\s+/g, ' ').trim()
  const line = block?.text ?? ''
  return own === '' || (line !== '' && own !== line && own.includes(line)) ? line : own
}

function titleByFile(part: string | undefined, fileName: string): string {
  const name = nameAsTitle(fileName)
  return part ? `${name} · ${part}` : name
}

/** A day or a year in the name of a file, where the name has only one. */
function dateInName(fileName: string): KnownDate | null {
  const name = nameAsTitle(fileName)
  const day = findDate(name.replaceAll('_', ' '))
  if (day) return day
  const years = new Set(name.match(/(?<![\p{L}\d])(?:19|20)\d{2}(?![\p{L}\d])/gu) ?? [])
  const [year] = years
  return year !== undefined && years.size === 1 ? { date: year, precision: 'year' } : null
}

/** Who took the pictures, and who reported and edited. */
function creditIn(page: string): string {
  const photo = field(page, /[（(]?\s*(?:Photo|Picture|摄影)\s*(?:by|[/／:：])\s*([^)）\n]+)/i)
  const others = [
    ...page.matchAll(
      /[（(]\s*((?:Reporter|Editor|Responsible editor|记者|编辑|责任编辑)s?\b[^()（）\n]{1,100})[)）]/gi
    )
  ].map(([, said = '']) => said.trim())
  return [...new Set([photo, ...others])].filter(Boolean).join('; ')
}

function markFurniture(block: ParsedBlock): ParsedBlock {
  return block.furniture || !isFurnitureLine(block.text) ? block : { ...block, furniture: true }
}

/** The title becomes a heading; the label of a section above it belongs to the page. */
function settleOpening(block: ParsedBlock, index: number, { title, label }: FoundTitle): ParsedBlock {
  if (index === title) return block.kind === 'heading' ? block : { ...block, kind: 'heading', level: 1 }
  return index === label ? { ...block, furniture: true } : block
}

function publisherIn(page: string): string {
  return (
    field(page, /All rights reserved\s*[:：]\s*(.+?)(?=\s{2,}|\s+(?:Privacy|Record|Total|ICP)|$)/im) ||
    field(page, /版权所有\s*[:：]?\s*(.+?)(?=\s{2,}|\s+|$)/m) ||
    field(page, /\bSource\s*[:：]\s*([^:：\n]+?)\s*$/im) ||
    field(page, /来源\s*[:：]\s*(\S+)/) ||
    field(page, /^Posted in\s*[:：]\s*(.+)$/im)
  )
}

function field(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[1]?.trim() ?? ''
}

function yearIn(title: string): { date: string; precision: 'year' } | null {
  const year = /(?<!\d)(19|20)\d{2}(?!\d|th)/.exec(title)?.[0]
  return year ? { date: year, precision: 'year' } : null
}

/** So many different signs make it probable that a machine has translated. */
const signsOfMachine = 3

function renderingOf(language: string, signs: readonly MachineSign[], page: string): Rendering {
  if (language.startsWith('zh')) return 'source'
  if (signs.length >= signsOfMachine) return 'machine'
  return /investment promotion/i.test(page) ? 'unofficial' : 'unknown'
}

function shortTag(tag: string | undefined): string | null {
  const match = /^([A-Za-z]{2,3})([-_][A-Za-z0-9]+)*$/.exec(tag ?? '')
  return match ? (tag ?? '').replaceAll('_', '-') : null
}
