import { prefixed } from '../../../../shared/model/inline-mark'
import type { ParsedBlock, RawText, StatedMetadata } from '../../parsed'
import { withBullets } from '../bullets'
import { apart, marked, withoutSigns } from '../inline'
import { raised } from '../superscript'
import { tidy } from '../xml'
import { RtfComments } from './rtf-comments'

/** What is being written, by where it goes. */
interface Written {
  text: string
  note: string
  /** The number or bullet of an item of a list. */
  label: string
  title: string
  author: string
  /** Of a field. */
  instruction: string
  /** Of a comment: where it begins and ends, who says it, which it is, and what it says. */
  atrfstart: string
  atrfend: string
  atnauthor: string
  atnref: string
  annotation: string
}

/** How words are set, and where they go. */
export interface Setting {
  readonly to: 'nowhere' | 'info' | 'fonts' | 'styles' | keyof Written
  readonly deleted: boolean
  readonly bold: boolean
  readonly italic: boolean
  /** Whether they are raised above the line. */
  readonly above: boolean
}

/** Puts the words of an RTF document together: paragraphs, cells, notes, comments, title and author. */
export class RtfWriter {
  /** The outline level of the paragraph; 0 for text. */
  level = 0
  /** Whether the paragraph is an item of a list. */
  item = false
  inTable = false
  /** How often something was deleted with changes tracked. */
  lost = 0
  private readonly blocks: ParsedBlock[] = []
  private readonly notes: ParsedBlock[] = []
  private readonly written: Written = {
    text: '',
    note: '',
    label: '',
    title: '',
    author: '',
    instruction: '',
    atrfstart: '',
    atrfend: '',
    atnauthor: '',
    atnref: '',
    annotation: ''
  }
  private readonly comments = new RtfComments()
  private row = 0
  private column = 0
  private tables = 0

  write(words: string, { to, deleted, bold, italic, above }: Setting): void {
    if (deleted || to === 'nowhere' || to === 'info' || to === 'fonts' || to === 'styles') return
    const text = above ? raised(words) : words
    this.written[to] += to === 'text' || to === 'note' ? set(withoutSigns(text), bold, italic) : text
    if (to === 'text') this.comments.words(text)
  }

  /** How much has been written of the text and its notes, to tell whether anything came. */
  get length(): number {
    return this.written.text.length + this.written.note.length
  }

  /** What a field is told, once. */
  instruction(): string {
    const own = this.written.instruction
    this.written.instruction = ''
    return own
  }

  endParagraph(setting: Setting): void {
    if (setting.to === 'note' || setting.to === 'annotation' || this.inTable) {
      this.write(' ', setting)
      return
    }
    const words = marked(this.written.text)
    this.written.text = ''
    this.comments.words('\n')
    if (words.text === '') return
    if (this.column > 0 || this.row > 0) [this.row, this.column, this.tables] = [0, 0, this.tables + 1]
    this.blocks.push(
      this.level > 0
        ? { kind: 'heading', level: this.level, ...words, furniture: false }
        : { kind: this.item ? 'list-item' : 'paragraph', ...words, furniture: false }
    )
  }

  endCell(): void {
    const words = marked(this.written.text)
    this.written.text = ''
    const { tables: table, row } = this
    this.comments.words('\n')
    this.blocks.push({ kind: 'cell', table, row, column: this.column++, ...words, furniture: false })
  }

  endRow(): void {
    this.row++
    this.column = 0
  }

  /** A group has ended whose words were not the text's own. */
  endGroup(to: Setting['to']): void {
    if (to === 'note') this.endNote()
    else if (to === 'label') this.endLabel()
    else if (isOfComment(to)) this.endOfComment(to)
  }

  finish(): RawText {
    const stated: StatedMetadata = {
      ...(tidy(this.written.title) ? { title: tidy(this.written.title) } : {}),
      ...(tidy(this.written.author) ? { author: tidy(this.written.author) } : {})
    }
    const blocks = [...withBullets(this.blocks), ...this.notes]
    const { passages, lost } = this.comments.passages(blocks)
    const warnings = [
      { key: 'trackedChanges' as const, count: this.lost },
      { key: 'comments' as const, count: passages.length },
      { key: 'partsLeftOut' as const, count: lost }
    ].filter(({ count }) => count > 0)
    return { blocks, stated, warnings, passages, bare: true }
  }

  /** Numbers that a word processor makes are words; bullets are none. */
  private endLabel(): void {
    const label = tidy(this.written.label)
    this.written.label = ''
    if (!/\p{N}|\p{Script=Han}|\p{L}{2}|\p{L}[.)]/u.test(label)) return
    this.written.text += `${withoutSigns(label)} `
    this.comments.words(`${label} `)
  }

  private endOfComment(part: OfComment): void {
    const text = tidy(this.written[part])
    this.written[part] = ''
    if (part === 'atrfstart') this.comments.begin(text)
    else if (part === 'atrfend') this.comments.end(text)
    else if (part === 'atnauthor') this.comments.writtenBy(text)
    else if (part === 'atnref') this.comments.refersTo(text)
    else this.comments.comment(text)
  }

  private endNote(): void {
    const words = marked(this.written.note)
    this.written.note = ''
    const mark = `[${this.notes.length + 1}]`
    this.notes.push(prefixed({ kind: 'note', ...words, furniture: false }, `${mark} `))
    this.written.text += mark
  }
}

/** Words as they are set: each run by itself, for groups may end anywhere; runs that meet become one again. */
function set(text: string, bold: boolean, italic: boolean): string {
  const slanted = italic ? apart('emphasis', text) : text
  return bold ? apart('strong', slanted) : slanted
}

type OfComment = 'atrfstart' | 'atrfend' | 'atnauthor' | 'atnref' | 'annotation'

function isOfComment(to: string): to is OfComment {
  return to === 'annotation' || to.startsWith('at')
}
