import iconv from 'iconv-lite'
import { prefixed } from '../../../shared/model/inline-mark'
import type { ParsedBlock, RawText, Source, StatedMetadata } from '../parsed'
import { withBullets } from './bullets'
import { apart, marked, withoutSigns } from './inline'
import { RtfComments } from './rtf-comments'
import { type RtfToken, rtfTokens } from './rtf-tokens'
import { tidy } from './xml'

/** Groups whose words are not the text's. */
const passedOver = new Set(
  'fonttbl colortbl listtable listoverridetable rsidtbl generator pict object themedata colorschememapping datastore latentstyles xmlnstbl filetbl header headerl headerr headerf footer footerl footerr footerf bkmkstart bkmkend listtext pntext fldinst atnid atndate atnicn atntime atnparent'.split(
    ' '
  )
)
const deepest = 500
const charsets: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'cp949',
  134: 'gb18030',
  136: 'big5',
  161: 'cp1253',
  204: 'cp1251',
  238: 'cp1250'
}

interface Group {
  /** Where its words go. */
  to: 'nowhere' | 'info' | 'fonts' | 'styles' | keyof Written
  /** How many characters after a Unicode one repeat it for old readers. */
  repeats: number
  font: number
  deleted: boolean
  bold: boolean
  italic: boolean
}

/** What is being written, by where it goes. */
interface Written {
  text: string
  note: string
  title: string
  author: string
  /** Of a comment: where it begins and ends, who says it, which it is, and what it says. */
  atrfstart: string
  atrfend: string
  atnauthor: string
  atnref: string
  annotation: string
}

/**
 * Rich Text Format 1.9, as far as text goes: paragraphs, outline levels, tables, footnotes, Unicode and the code pages of
 * its fonts, title and author, comments on their words. What was deleted with changes tracked is left out.
 */
export async function parseRtf({ bytes }: Source): Promise<RawText[]> {
  const reader = new RtfReader()
  for (const token of rtfTokens(bytes)) reader.take(token)
  return [reader.finish()]
}

class RtfReader {
  private readonly blocks: ParsedBlock[] = []
  private readonly notes: ParsedBlock[] = []
  private readonly stack: Group[] = []
  private group: Group = { to: 'text', repeats: 1, font: 0, deleted: false, bold: false, italic: false }
  private readonly written: Written = {
    text: '',
    note: '',
    title: '',
    author: '',
    atrfstart: '',
    atrfend: '',
    atnauthor: '',
    atnref: '',
    annotation: ''
  }
  private readonly comments = new RtfComments()
  private codePage = 'windows-1252'
  private readonly fonts = new Map<number, string>()
  private pending: number[] = []
  private skip = 0
  private level = 0
  /** The outline levels of styles, by their numbers. */
  private readonly levels = new Map<number, number>()
  private style = 0
  /** Whether the paragraph is an item of a list. */
  private item = false
  private inTable = false
  private starred = false
  private row = 0
  private column = 0
  private tables = 0
  private lost = 0

  take(token: RtfToken): void {
    if (token.kind !== 'bytes' && token.kind !== 'hex') this.flush()
    switch (token.kind) {
      case 'open':
        if (this.stack.length < deepest) this.stack.push({ ...this.group })
        break
      case 'close':
        this.close()
        break
      case 'hex':
        if (this.skip > 0) this.skip--
        else this.pending.push(token.value)
        break
      case 'bytes':
        for (const value of token.value) {
          if (this.skip > 0) this.skip--
          else this.pending.push(value)
        }
        break
      case 'word':
        this.word(token.name, token.value)
    }
  }

  finish(): RawText {
    this.flush()
    this.endParagraph()
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

  private close(): void {
    const { to } = this.group
    if (to !== this.stack.at(-1)?.to) {
      if (to === 'note') this.endNote()
      else if (isOfComment(to)) this.endOfComment(to)
    }
    this.group = this.stack.pop() ?? this.group
    this.skip = 0
  }

  private word(name: string, value: number | null): void {
    const { group } = this
    if (name === '*') {
      this.starred = true
      return
    }
    const starred = this.starred
    this.starred = false
    if (group.to === 'nowhere') return
    if (name === 'listtext' || name === 'pntext') this.item = true
    if (passedOver.has(name) || (starred && !knownStarred.has(name))) {
      group.to = name === 'fonttbl' ? 'fonts' : 'nowhere'
      return
    }
    switch (name) {
      case 'info':
        group.to = 'info'
        break
      case 'stylesheet':
        group.to = 'styles'
        break
      case 's':
        if (group.to === 'styles') this.style = value ?? 0
        else this.level = this.levels.get(value ?? 0) ?? 0
        break
      case 'title':
      case 'author':
        if (group.to === 'info') group.to = name
        break
      case 'footnote':
        group.to = 'note'
        break
      case 'annotation':
      case 'atrfstart':
      case 'atrfend':
      case 'atnauthor':
      case 'atnref':
        group.to = name
        break
      case 'b':
        group.bold = value !== 0
        break
      case 'i':
        group.italic = value !== 0
        break
      case 'plain':
        group.bold = false
        group.italic = false
        break
      case 'deleted':
        if (value !== 0 && !group.deleted) this.lost++
        group.deleted = value !== 0
        break
      case 'ansicpg':
        if (value !== null && iconv.encodingExists(`cp${value}`)) this.codePage = `cp${value}`
        break
      case 'f':
        group.font = value ?? 0
        break
      case 'fcharset':
        if (group.to === 'fonts') this.fonts.set(group.font, charsets[value ?? 0] ?? '')
        break
      case 'uc':
        group.repeats = value ?? 1
        break
      case 'u':
        this.write(String.fromCharCode(((value ?? 63) + 65_536) % 65_536))
        this.skip = group.repeats
        break
      case 'par':
      case 'sect':
      case 'page':
        this.endParagraph()
        break
      case 'pard':
        this.level = 0
        this.item = false
        this.inTable = false
        break
      case 'outlinelevel':
        if (group.to === 'styles') this.levels.set(this.style, Math.min(6, (value ?? 0) + 1))
        else this.level = Math.min(6, (value ?? 0) + 1)
        break
      case 'intbl':
        this.inTable = true
        break
      case 'cell':
        this.endCell()
        break
      case 'row':
        this.row++
        this.column = 0
        break
      case 'line':
      case 'tab':
        this.write(' ')
        break
      default:
        if (name in characters) this.write(characters[name] ?? '')
    }
  }

  private flush(): void {
    if (this.pending.length === 0) return
    const bytes = Buffer.from(this.pending)
    this.pending = []
    this.write(iconv.decode(bytes, this.fonts.get(this.group.font) || this.codePage))
  }

  private write(text: string): void {
    const { to, deleted } = this.group
    if (deleted || to === 'nowhere' || to === 'info' || to === 'fonts' || to === 'styles') return
    this.written[to] += to === 'text' || to === 'note' ? this.set(withoutSigns(text)) : text
    if (to === 'text') this.comments.words(text)
  }

  /** Words as they are set: each run by itself, for groups may end anywhere; runs that meet become one again. */
  private set(text: string): string {
    const { bold, italic } = this.group
    const slanted = italic ? apart('emphasis', text) : text
    return bold ? apart('strong', slanted) : slanted
  }

  private endParagraph(): void {
    if (this.group.to === 'note' || this.group.to === 'annotation' || this.inTable) {
      this.write(' ')
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

  private endCell(): void {
    const words = marked(this.written.text)
    this.written.text = ''
    const { tables: table, row } = this
    this.comments.words('\n')
    this.blocks.push({ kind: 'cell', table, row, column: this.column++, ...words, furniture: false })
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

type OfComment = 'atrfstart' | 'atrfend' | 'atnauthor' | 'atnref' | 'annotation'

function isOfComment(to: string): to is OfComment {
  return to === 'annotation' || to.startsWith('at')
}

const knownStarred = new Set([
  'footnote',
  'annotation',
  'atrfstart',
  'atrfend',
  'atnauthor',
  'atnref',
  'shppict'
])
const characters: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': '\u00a0',
  _: '‑',
  emspace: ' ',
  enspace: ' '
}
