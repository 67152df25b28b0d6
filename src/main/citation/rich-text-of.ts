import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import type { RichText, Run } from '../../shared/export/rich-text'

type Node = DefaultTreeAdapterMap['childNode']
type Marks = Omit<Run, 'text'>

const none: Marks = {}

/** The HTML that citeproc writes, as runs of text; entities decoded, each sign kept, white space between its blocks left out. */
export function richTextOf(html: string): RichText {
  const runs: Run[] = []
  const visit = (node: Node, marks: Marks) => {
    if ('value' in node) {
      if (!/^\s*\n\s*$/.test(node.value)) runs.push({ text: node.value, ...marks })
      return
    }
    if (!('childNodes' in node)) return
    const own =
      'attrs' in node
        ? marksOf(node.tagName, new Map(node.attrs.map((a) => [a.name, a.value])), marks)
        : marks
    for (const child of node.childNodes) visit(child, own)
    if ('attrs' in node && isMargin(node.attrs)) runs.push({ text: ' ', ...marks })
  }
  for (const node of parseFragment(html).childNodes) visit(node, none)
  return trimmed(joined(runs))
}

function isMargin(attrs: readonly { name: string; value: string }[]): boolean {
  return attrs.some(({ name, value }) => name === 'class' && value === 'csl-left-margin')
}

function marksOf(tag: string, attrs: ReadonlyMap<string, string>, marks: Marks): Marks {
  const style = (attrs.get('style') ?? attrs.get('class') ?? '').replace(/\s/g, '')
  if (tag === 'i' || tag === 'em') return { ...marks, italic: true }
  if (tag === 'b' || tag === 'strong') return { ...marks, bold: true }
  if (tag === 'sup') return { ...marks, superscript: true }
  if (tag === 'sub') return { ...marks, subscript: true }
  if (tag === 'a') return linked(attrs.get('href') ?? '', marks)
  if (style.includes('font-variant:small-caps')) return { ...marks, smallCaps: true }
  if (style.includes('text-decoration:underline')) return { ...marks, underline: true }
  if (style.includes('font-weight:bold')) return { ...marks, bold: true }
  if (style.includes('font-style:normal')) return without(marks, 'italic')
  if (style.includes('font-weight:normal')) return without(marks, 'bold')
  if (style.includes('font-variant:normal')) return without(marks, 'smallCaps')
  if (style.includes('text-decoration:none')) return without(marks, 'underline')
  if (style.includes('baseline')) return without(without(marks, 'superscript'), 'subscript')
  return marks
}

/** Only addresses of the web are followed: what a document states as its address is anybody's. */
function linked(href: string, marks: Marks): Marks {
  const isWeb = /^https?:\/\//i.test(href)
  // citeproc takes every other address for a DOI.
  const isForeign = /^https:\/\/doi\.org\/(?!10\.)/i.test(href)
  return isWeb && !isForeign ? { ...marks, href } : marks
}

function without(marks: Marks, name: keyof Marks): Marks {
  const { [name]: _, ...rest } = marks
  return rest
}

/** Neighbours of one style as one run. */
export function joined(runs: readonly Run[]): RichText {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (run.text === '') continue
    if (last && sameMarks(last, run)) out[out.length - 1] = { ...last, text: last.text + run.text }
    else out.push(run)
  }
  return out
}

function sameMarks({ text: _a, ...a }: Run, { text: _b, ...b }: Run): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Marks>
  return [...names].every((name) => a[name] === b[name])
}

function trimmed(runs: RichText): RichText {
  const out = [...runs]
  const [first, last] = [out[0], out.at(-1)]
  if (first) out[0] = { ...first, text: first.text.trimStart() }
  if (last && out.length > 0) {
    const end = out[out.length - 1] ?? last
    out[out.length - 1] = { ...end, text: end.text.trimEnd() }
  }
  return out.filter(({ text }) => text !== '')
}
