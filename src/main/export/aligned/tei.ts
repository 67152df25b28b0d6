import type { VariorumDocument } from '../../../shared/model/document'
import { spokenNames } from '../../../shared/model/names'
import type { Block } from '../../../shared/model/text-content'
import { blockSpans } from '../../../shared/text/canonical'
import type { AlignedWork } from './aligned-work'
import { escapeXml } from './xml'

/** A sentence of a version by its id, and where it stands in the text (UTF-16). */
interface Named {
  readonly id: string
  readonly start: number
  readonly end: number
}

/**
 * An aligned work as TEI P5: a `group` with a `text` for each version, its paragraphs as they stand in it, with its
 * sentences as `s`; and the links as a `linkGrp` of stand-off alignment, left out where there are none. `cert` is in three
 * steps as TEI has it, the figure itself in `n`. Each `text` names its source in `decls`.
 */
export function alignedToTei(
  { title, versions, blocks, rows }: AlignedWork,
  words: { readonly language: string }
): string {
  const names = versions.map((_, at) =>
    rows.map((row, index) =>
      (row.sentences[at] ?? []).map((text, k): Named => {
        const start = row.starts[at]?.[k] ?? 0
        return { id: `v${at + 1}r${index + 1}s${k + 1}`, start, end: start + text.length }
      })
    )
  )
  const texts = versions.map((version, at) => {
    const lang = escapeXml(version.language)
    const head = `<text xml:id="v${at + 1}" xml:lang="${lang}" n="${escapeXml(version.rendering)}" decls="#b${at + 1}">`
    return `${head}<body>\n${bodyOf(blocks[at] ?? [], names[at]?.flat() ?? [])}\n</body></text>`
  })
  const links = rows.flatMap((row, index) =>
    versions.flatMap((_, at) => {
      const base = names[0]?.[index] ?? []
      const own = names[at]?.[index] ?? []
      if (at === 0 || base.length === 0 || own.length === 0) return []
      const sure = row.confidence[at] ?? 0
      const cert = row.byHand[at] || sure >= 0.9 ? 'high' : sure >= 0.6 ? 'medium' : 'low'
      const target = [...base, ...own].map(({ id }) => `#${id}`).join(' ')
      return [`<link target="${target}" cert="${cert}" n="${sure.toFixed(3)}"/>`]
    })
  )
  const standOff =
    links.length > 0
      ? `<standOff><linkGrp type="alignment">\n${links.join('\n')}\n</linkGrp></standOff>\n`
      : ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="${words.language}">
<teiHeader><fileDesc><titleStmt><title>${escapeXml(title)}</title></titleStmt><publicationStmt><p>Made with Variorum.</p></publicationStmt><sourceDesc><listBibl>${versions.map(sourceOf).join('')}</listBibl></sourceDesc></fileDesc></teiHeader>
${standOff}<text><group>
${texts.join('\n')}
</group></text>
</TEI>
`
}

function sourceOf({ language, title, csl, publisher, published }: VariorumDocument, at: number): string {
  const authors = (csl.author ?? []).map((each) => `<author>${escapeXml(spokenNames([each]))}</author>`)
  const date = published ? escapeXml(published.date) : ''
  const parts = [
    `<title>${escapeXml(title)}</title>`,
    ...authors,
    publisher && `<publisher>${escapeXml(publisher)}</publisher>`,
    date && `<date when="${date}">${date}</date>`
  ]
  return `<bibl xml:id="b${at + 1}" xml:lang="${escapeXml(language)}">${parts.filter(Boolean).join('')}</bibl>`
}

/** The blocks that hold sentences, each as it stands in the text; a heading leads the paragraphs behind it. */
function bodyOf(blocks: readonly Block[], named: readonly Named[]): string {
  const spans = blockSpans(blocks)
  const inOrder = [...named].sort((a, b) => a.start - b.start)
  let next = 0
  const parts: string[] = []
  let isInside = false
  for (const [index, block] of blocks.entries()) {
    const own = spans[index]
    if (!own) continue
    const first = next
    while ((inOrder[next]?.start ?? Number.POSITIVE_INFINITY) < own.end) next++
    const inside = inOrder.slice(first, next)
    if (inside.length === 0) continue
    const words = sentencesIn(block.text, own.start, inside)
    if (block.kind === 'heading') {
      parts.push(`${isInside ? '</div>\n' : ''}<div><head>${words}</head>`)
      isInside = true
    } else {
      if (!isInside) parts.push('<div>')
      isInside = true
      parts.push(`<p>${words}</p>`)
    }
  }
  if (parts.length === 0) return '<p/>'
  return `${withParagraphs(parts).join('\n')}\n</div>`
}

/** A division holds a paragraph at least: one that has its heading alone gets an empty one. */
function withParagraphs(parts: readonly string[]): string[] {
  return parts.flatMap((part, at) => {
    const isHead = part.includes('<head>')
    const follows = parts[at + 1]?.startsWith('<p>') ?? false
    return isHead && !follows ? [part, '<p/>'] : [part]
  })
}

function sentencesIn(text: string, from: number, sentences: readonly Named[]): string {
  let at = 0
  let xml = ''
  for (const { id, start, end } of sentences) {
    xml += escapeXml(text.slice(at, start - from))
    xml += `<s xml:id="${id}">${escapeXml(text.slice(start - from, end - from))}</s>`
    at = end - from
  }
  return xml + escapeXml(text.slice(at))
}
