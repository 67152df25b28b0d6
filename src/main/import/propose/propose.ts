import type { Rendering } from '../../../shared/model/document'
import type { MachineSign, ParsedBlock, ParsedText, RawText } from '../parsed'
import { findDate, findEvent, readStatedDate } from './dates'
import { isFurnitureLine, splitTrailingCredits } from './furniture'
import { detectLanguage } from './language'
import { machineSigns } from './machine-signs'
import { proposedFields } from './proposed-fields'
import { findTitle, nameAsTitle } from './title'

/**
 * Proposes furniture and metadata for a text. Everything is a proposal that the reader confirms or changes;
 * what the file states about itself comes before what is guessed.
 */
export function propose(own: RawText, fileName: string): ParsedText {
  const { blocks: raw, stated, bare = false } = own
  const marked = bare ? raw : raw.flatMap(splitTrailingCredits).map(markFurniture)
  const at = bare && isTitleLine(marked[0]) ? 0 : findTitle(marked)
  const blocks = bare ? marked : marked.map((block, index) => settleOpening(block, index, at))
  const body = blocks.filter((block) => !block.furniture).map((block) => block.text)
  const furniture = blocks.filter((block) => block.furniture).map((block) => block.text)
  const bodyText = body.join('\n')
  // Formats without furniture tell date and source in their first lines.
  const opening = bare ? body.slice(0, 8).filter(isFurnitureLine) : []
  const page = [...furniture, ...opening].join('\n')
  const published = (stated.published ? readStatedDate(stated.published) : null) ?? findDate(page)
  const language = shortTag(stated.language) ?? detectLanguage(bodyText)
  const signs = language === 'en' ? machineSigns(bodyText, page) : []
  const title =
    (bare ? (stated.title ?? blocks[at]?.text) : (blocks[at]?.text ?? stated.title)) ??
    body[0]?.slice(0, 120) ??
    nameAsTitle(fileName)
  const values = {
    part: own.part ?? '',
    attributes: { ...own.attributes },
    warnings: [...(own.warnings ?? [])],
    passages: [...(own.passages ?? [])],
    notes: [...(own.notes ?? [])],
    aligned: own.aligned ?? null,
    sheet: own.sheet ?? null,
    chapters: own.chapters ?? 0,
    blocks: [...blocks],
    title: title === '' ? nameAsTitle(fileName) : title,
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
    credit: field(page, /[（(]?\s*(?:Photo|Picture|摄影)\s*(?:by|[/／:：])\s*([^)）\n]+)/i),
    rendering: renderingOf(language, signs, page),
    signs
  }
  return { ...values, proposed: proposedFields(values, stated) }
}

/** Where a format has no furniture the first line is the title, if it is short and no sentence. */
function isTitleLine(block: ParsedBlock | undefined): boolean {
  return block !== undefined && block.text.length < 160 && !/[.。！!;；]$/.test(block.text)
}

function markFurniture(block: ParsedBlock): ParsedBlock {
  return block.furniture || !isFurnitureLine(block.text) ? block : { ...block, furniture: true }
}

/** The title becomes a heading; short lines above it belong to the page. */
function settleOpening(block: ParsedBlock, index: number, title: number): ParsedBlock {
  if (index === title) return block.kind === 'heading' ? block : { ...block, kind: 'heading', level: 1 }
  if (index < title && block.kind === 'paragraph') return { ...block, furniture: true }
  return block
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

function renderingOf(language: string, signs: readonly MachineSign[], page: string): Rendering {
  if (language.startsWith('zh')) return 'source'
  if (signs.length >= 2) return 'machine'
  return /investment promotion/i.test(page) ? 'unofficial' : 'unknown'
}

function shortTag(tag: string | undefined): string | null {
  const match = /^([A-Za-z]{2,3})([-_][A-Za-z0-9]+)*$/.exec(tag ?? '')
  return match ? (tag ?? '').replaceAll('_', '-') : null
}
