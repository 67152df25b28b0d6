import type { TextRun } from '../layout/blocks'
import { characterLooks } from '../layout/looks'
import type { Pasted } from './pasted'

/** The second colour of the table: behind highlighted words. */
const shadeNumber = 1
const looks: Readonly<Record<Pasted['kind'], string>> = {
  heading: '\\pard\\sb240\\sa120\\keepn\\b\\fs28 ',
  quotation: '\\pard\\li567\\ri567\\sb120\\sa120 ',
  citation: '\\pard\\sa120 ',
  line: '\\pard\\sa120 '
}

/** Paragraphs in the Rich Text Format (version 1.9), for programs that take no HTML: signs beyond ASCII as `\u`. */
export function asRtf(paragraphs: readonly Pasted[]): string {
  const [red, green, blue] = channels(characterLooks.highlighted.shade ?? '#ffff00')
  const head = `{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl{\\f0\\froman Times New Roman;}}{\\colortbl;\\red${red}\\green${green}\\blue${blue};}`
  const body = paragraphs.map(({ kind, runs }) => `${looks[kind]}${runs.map(runRtf).join('')}\\plain\\par\n`)
  return `${head}\n\\plain\\f0\\fs22 ${body.join('')}}`
}

function runRtf(run: TextRun): string {
  const set = [
    run.bold && '\\b',
    (run.italic || run.style === 'leftOut') && '\\i',
    run.smallCaps && '\\scaps',
    run.superscript && '\\super',
    run.subscript && '\\sub',
    (run.underline || run.style === 'difference') && '\\ul',
    run.style === 'highlighted' && `\\chcbpat${shadeNumber}\\highlight${shadeNumber}`
  ]
    .filter(Boolean)
    .join('')
  return set === '' ? escaped(run.text) : `{${set} ${escaped(run.text)}}`
}

/** Text as RTF: what means something there escaped, each UTF-16 unit beyond ASCII as a signed number with a stand-in. */
function escaped(text: string): string {
  return text.replace(/[^\x20-\x5b\x5d-\x7a\x7c\x7e]/g, (sign) => {
    if (sign === '\n') return '\\line '
    if (sign === '\t') return '\\tab '
    if (sign === '\\' || sign === '{' || sign === '}') return `\\${sign}`
    const unit = sign.charCodeAt(0)
    if (unit < 0x20) return ''
    return `\\u${unit > 0x7fff ? unit - 0x10000 : unit}\\'3f`
  })
}

function channels(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
