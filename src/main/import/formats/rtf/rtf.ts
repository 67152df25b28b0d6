import iconv from 'iconv-lite'
import type { RawText, Source } from '../../parsed'
import { isSymbolFont, signIn, signsIn } from '../symbol-fonts'
import { type RtfToken, rtfTokens } from './rtf-tokens'
import { RtfWriter, type Setting } from './rtf-writer'

/** Groups whose words are not the text's. */
const passedOver = new Set(
  'nonesttables fonttbl colortbl listtable listoverridetable rsidtbl generator pict object themedata colorschememapping datastore latentstyles xmlnstbl filetbl header headerl headerr headerf footer footerl footerr footerf bkmkstart bkmkend atnid atndate atnicn atntime atnparent'.split(
    ' '
  )
)
const ofParagraphs = new Set(['pard', 'par', 's', 'outlinelevel', 'intbl', 'cell', 'row'])
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

interface Group extends Setting {
  to: Setting['to']
  /** How many characters after a Unicode one repeat it for old readers. */
  repeats: number
  font: number
  deleted: boolean
  bold: boolean
  italic: boolean
  above: boolean
  /** Of a field: where its words begin, and what it says by itself where it has none. */
  field: { readonly start: number; said: string } | null
  /** Of something that is said twice, for old readers and in Unicode, which comes next. */
  twice: 'plain' | 'unicode' | null
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
  private readonly writer = new RtfWriter()
  private readonly stack: Group[] = []
  private group: Group = {
    to: 'text',
    repeats: 1,
    font: 0,
    deleted: false,
    bold: false,
    italic: false,
    above: false,
    field: null,
    twice: null
  }
  private codePage = 'windows-1252'
  private readonly fonts = new Map<number, string>()
  private readonly fontNames = new Map<number, string>()
  private pending: number[] = []
  private skip = 0
  /** The outline levels of styles, by their numbers. */
  private readonly levels = new Map<number, number>()
  private style = 0
  private starred = false

  take(token: RtfToken): void {
    if (token.kind !== 'bytes' && token.kind !== 'hex') this.flush()
    switch (token.kind) {
      case 'open':
        this.open()
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
    this.writer.endParagraph(this.group)
    return this.writer.finish()
  }

  private open(): void {
    const outer = { ...this.group }
    if (this.stack.length < deepest) this.stack.push(outer)
    this.group.twice = null
    this.group.field = null
    if (outer.twice !== 'plain') return
    outer.twice = 'unicode'
    this.group.to = 'nowhere'
  }

  private close(): void {
    const { to, field } = this.group
    const isInstruction = to === 'instruction' && this.stack.at(-1)?.to !== 'instruction'
    const instruction = isInstruction ? this.writer.instruction() : ''
    if (field && field.start === this.writer.length) this.writer.write(field.said, this.group)
    if (to !== this.stack.at(-1)?.to) this.writer.endGroup(to)
    this.group = this.stack.pop() ?? this.group
    if (this.group.field && instruction !== '') this.group.field.said = wordsOfField(instruction)
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
    // How the label of an item is set says nothing of the item.
    if (group.to === 'label' && ofParagraphs.has(name)) return
    if (name === 'listtext' || name === 'pntext') {
      this.writer.item = true
      if (group.to === 'text') group.to = 'label'
      return
    }
    if (passedOver.has(name) || (starred && !knownStarred.has(name))) {
      group.to = name === 'fonttbl' ? 'fonts' : 'nowhere'
      return
    }
    switch (name) {
      case 'field':
        group.field = { start: this.writer.length, said: '' }
        break
      case 'fldinst':
        group.to = 'instruction'
        break
      case 'upr':
        group.twice = 'plain'
        break
      case 'info':
        group.to = 'info'
        break
      case 'stylesheet':
        group.to = 'styles'
        break
      case 's':
        if (group.to === 'styles') this.style = value ?? 0
        else this.writer.level = this.levels.get(value ?? 0) ?? 0
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
      case 'super':
        group.above = value !== 0
        break
      case 'up':
        group.above = (value ?? 6) > 0
        break
      case 'dn':
      case 'sub':
      case 'nosupersub':
        group.above = false
        break
      case 'plain':
        group.bold = false
        group.italic = false
        group.above = false
        break
      case 'deleted':
        if (value !== 0 && !group.deleted) this.writer.lost++
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
        this.say(String.fromCharCode(((value ?? 63) + 65_536) % 65_536))
        this.skip = group.repeats
        break
      case 'par':
      case 'sect':
      case 'page':
        this.writer.endParagraph(this.group)
        break
      case 'pard':
        this.writer.level = 0
        this.writer.item = false
        this.writer.inTable = false
        break
      case 'outlinelevel':
        if (group.to === 'styles') this.levels.set(this.style, Math.min(6, (value ?? 0) + 1))
        else this.writer.level = Math.min(6, (value ?? 0) + 1)
        break
      case 'intbl':
        this.writer.inTable = true
        break
      case 'cell':
        this.writer.endCell()
        break
      case 'nestcell':
      case 'nestrow':
        // A table within a cell is words of that cell.
        this.writer.write(' ', this.group)
        break
      case 'row':
        this.writer.endRow()
        break
      case 'line':
        this.writer.write('\n', this.group)
        break
      case 'tab':
        this.writer.write(' ', this.group)
        break
      default:
        if (name in characters) this.writer.write(characters[name] ?? '', this.group)
    }
  }

  private flush(): void {
    if (this.pending.length === 0) return
    const bytes = Buffer.from(this.pending)
    this.pending = []
    const { to, font } = this.group
    if (to === 'fonts') this.fontNames.set(font, (this.fontNames.get(font) ?? '') + bytes.toString('latin1'))
    // A symbol font has a sign for each byte, whatever the code page.
    else if (isSymbolFont(this.fontNames.get(font) ?? '')) this.say(bytes.toString('latin1'))
    else this.say(iconv.decode(bytes, this.fonts.get(font) || this.codePage))
  }

  private say(words: string): void {
    const font = this.fontNames.get(this.group.font) ?? ''
    const isText = this.group.to === 'text' || this.group.to === 'note'
    this.writer.write(isText && isSymbolFont(font) ? signsIn(font, words, { all: true }) : words, this.group)
  }
}

/** What a field says whose result is not written down: a sign by its number, words with their readings above. */
function wordsOfField(instruction: string): string {
  const symbol = /^\s*SYMBOL\s+(\d+)(?:.*\\f\s*"?([^"\\]+))?/i.exec(instruction)
  if (symbol) return signIn((symbol[2] ?? '').trim(), Number(symbol[1]).toString(16))
  return /^\s*EQ\b.*\\up\s*-?\d*\s*\([^()]*\)\s*[,;]\s*([^()]*)\)/i.exec(instruction)?.[1] ?? ''
}

const knownStarred = new Set([
  'fldinst',
  'ud',
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
  '-': '\u00ad',
  emspace: ' ',
  enspace: ' '
}
