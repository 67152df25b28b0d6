import type { ImportField, ImportWarning } from '../../../shared/model/import-warning'

/** Line breaks, other control characters, halves of characters. */
const lineUnfit = /[\p{Cc}\p{Cs}\u2028\u2029]/u
const proseUnfit = /[\p{Cs}\r]|(?![\n\t])\p{Cc}/u

/**
 * Brings what a file says within what the records of a project may hold, and remembers which fields had to be cut or
 * changed. What fits is handed back as it is. Lengths are in UTF-16 code units; no character is ever cut in two.
 */
export class Fitter {
  private readonly cut = new Map<ImportField, Set<string>>()
  private readonly changed = new Map<ImportField, Set<string>>()
  private readonly leftOut = new Map<ImportField, number>()

  /** One line of text: white space and control characters become spaces, halves of characters U+FFFD. */
  line(field: ImportField, text: string, most: number): string {
    return this.within(field, this.cleanLine(field, text), most)
  }

  /** A name of one line. A longer one loses its middle, since names that begin alike are told by their ends. */
  name(field: ImportField, text: string, most: number): string {
    const own = this.cleanLine(field, text)
    if (own.length <= most) return own
    this.tellCut(field, own)
    const tail = Math.floor(most / 3)
    return `${startOf(own, most - tail - 3)} … ${endOf(own, tail)}`
  }

  /** Text of several lines. */
  prose(field: ImportField, text: string, most: number): string {
    if (!proseUnfit.test(text)) return this.within(field, text, most)
    const lines = text.replace(/\r\n?/g, '\n')
    const clean = lines.replace(/(?![\n\t])\p{Cc}/gu, ' ').replace(/\p{Cs}/gu, '\uFFFD')
    if (clean !== lines) this.tellChanged(field, text)
    return this.within(field, clean, most)
  }

  /** As many entries as may be. */
  list<T>(field: ImportField, entries: readonly T[], most: number): T[] {
    if (entries.length > most) this.leaveOut(field, entries.length - most)
    return entries.slice(0, most)
  }

  tellCut(field: ImportField, value: string): void {
    add(this.cut, field, value)
  }

  tellChanged(field: ImportField, value: string): void {
    add(this.changed, field, value)
  }

  leaveOut(field: ImportField, count = 1): void {
    this.leftOut.set(field, (this.leftOut.get(field) ?? 0) + count)
  }

  /** What was cut, changed or left out, each value counted once. */
  get warnings(): ImportWarning[] {
    const told = (key: ImportWarning['key'], by: ReadonlyMap<ImportField, number>): ImportWarning[] => {
      const count = [...by.values()].reduce((sum, each) => sum + each, 0)
      return count > 0 ? [{ key, count, fields: [...by.keys()] }] : []
    }
    return [
      ...told('fieldsCut', sizes(this.cut)),
      ...told('fieldsChanged', sizes(this.changed)),
      ...told('entriesLeftOut', this.leftOut)
    ]
  }

  private cleanLine(field: ImportField, text: string): string {
    if (!lineUnfit.test(text)) return text
    const spaced = text.replace(/[\s\u0085]+/g, ' ')
    const clean = spaced.replace(/\p{Cc}+/gu, ' ').replace(/\p{Cs}/gu, '\uFFFD')
    if (clean !== spaced) this.tellChanged(field, text)
    return clean.trim()
  }

  private within(field: ImportField, text: string, most: number): string {
    if (text.length <= most) return text
    this.tellCut(field, text)
    return startOf(text, most)
  }
}

/** The first code units of a text, at most so many, without half a character. */
export function startOf(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
}

function endOf(text: string, most: number): string {
  return text.slice(text.length - most).replace(/^[\uDC00-\uDFFF]/, '')
}

function add(map: Map<ImportField, Set<string>>, field: ImportField, value: string): void {
  const own = map.get(field)
  if (own) own.add(value)
  else map.set(field, new Set([value]))
}

function sizes(map: ReadonlyMap<ImportField, ReadonlySet<string>>): ReadonlyMap<ImportField, number> {
  return new Map(Array.from(map, ([field, values]) => [field, values.size]))
}
