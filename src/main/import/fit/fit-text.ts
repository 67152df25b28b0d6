import { InlineMark } from '../../../shared/model/inline-mark'
import { metadataLimits } from '../../../shared/model/metadata-limits'
import { type Cleaned, cleanBlocks } from '../clean'
import { ParsedBlock, type ParsedPassage, type ParsedText } from '../parsed'
import { nameAsTitle } from '../propose/title'
import { fitCoder, fitExchanged, fitInstant, fitMemo, fitPaths, fitRemark } from './fit-codes'
import { fitMetadata } from './fit-metadata'
import { Fitter, startOf } from './fitter'

const most = { part: 500, aligned: 2000, notes: 1000, marks: 5000, columns: 5000, column: 500 }

/** A text of a file within the bounds of what a project holds; what was cut or changed is told in its warnings. */
export function fitText<T extends ParsedText>(text: T, fileName: string): T {
  const fit = new Fitter()
  const { blocks, warnings } = fitBlocks(fit, text)
  const { notes: _, ...metadata } = fitMetadata(fit, { ...text, notes: '' }, nameAsTitle(fileName))
  const notes = [...text.notes, ...tooLong(text.attributes)].map((note) => fitMemo(fit, note))
  const fitted = {
    ...text,
    ...metadata,
    author: fit.line('author', text.author, metadataLimits.author),
    blocks,
    part: startOf(text.part, most.part),
    passages: text.passages.map((each) => fitPassage(fit, each)),
    notes: fit.list('notes', notes, most.notes),
    ...(text.remarks && {
      remarks: fit.list('notes', text.remarks, most.notes).map((each) => fitRemark(fit, each))
    }),
    aligned: text.aligned === null ? null : fit.name('work', text.aligned, most.aligned),
    sheet: text.sheet && {
      ...text.sheet,
      head: text.sheet.head.slice(0, most.columns).map((name) => startOf(name, most.column))
    }
  }
  return { ...fitted, warnings: [...text.warnings, ...warnings, ...fit.warnings] }
}

function fitBlocks(fit: Fitter, text: ParsedText): Cleaned {
  const { blocks, warnings } = cleanBlocks(text.blocks)
  return { blocks: blocks.map((block) => fitBlock(fit, block)), warnings }
}

function fitBlock(fit: Fitter, block: ParsedBlock): ParsedBlock {
  if (ParsedBlock.safeParse(block).success) return block
  fit.tellChanged('block', block.text)
  const { kind, text, furniture, marks = [], ...place } = block
  const plain = { kind, text, furniture }
  const kept = marks.filter((mark) => InlineMark.safeParse(mark).success).slice(0, most.marks)
  const whole = { ...plain, ...place, ...(kept.length > 0 ? { marks: kept } : {}) }
  return ParsedBlock.safeParse(whole).success ? whole : plain
}

function fitPassage(fit: Fitter, own: ParsedPassage): ParsedPassage {
  return {
    ...own,
    memo: fitMemo(fit, own.memo),
    themes: fitPaths(fit, own.themes),
    coder: fitCoder(fit, own.coder),
    created: fitInstant(fit, own.created),
    ...fitExchanged(fit, own)
  }
}

/** Attributes that are longer than one can be are kept whole as notes on the text. */
function tooLong(attributes: Readonly<Record<string, string>>): string[] {
  return Object.entries(attributes)
    .filter(([, value]) => value.length > metadataLimits.attributeValue)
    .map(([name, value]) => `${startOf(name, metadataLimits.attributeName)}\n\n${value}`)
}
