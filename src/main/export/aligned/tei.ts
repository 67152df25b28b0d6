import type { AlignedWork } from './aligned-work'
import { escapeXml } from './xml'

/**
 * An aligned work as TEI P5: a text for each version with its sentences as `s`, in the order of the text, and the links
 * as a `linkGrp` of stand-off alignment; `cert` in three steps as TEI has it, the figure itself in `n`.
 */
export function alignedToTei(
  { title, versions, rows }: AlignedWork,
  words: { readonly language: string }
): string {
  const names = versions.map((_, at) =>
    rows.map((row, index) => (row.sentences[at] ?? []).map((_, k) => `v${at + 1}r${index + 1}s${k + 1}`))
  )
  const texts = versions.map((version, at) => {
    const sentences = rows
      .flatMap((row, index) =>
        (row.sentences[at] ?? []).map((text, k) => ({
          start: row.starts[at]?.[k] ?? 0,
          xml: `<s xml:id="${names[at]?.[index]?.[k]}">${escapeXml(text)}</s>`
        }))
      )
      .sort((x, y) => x.start - y.start)
      .map(({ xml }) => xml)
    return `<text xml:lang="${escapeXml(version.language)}" n="${escapeXml(version.rendering)}"><body><p>${sentences.join('\n')}</p></body></text>`
  })
  const links = rows.flatMap((row, index) =>
    versions.flatMap((_, at) => {
      const base = names[0]?.[index] ?? []
      const own = names[at]?.[index] ?? []
      if (at === 0 || base.length === 0 || own.length === 0) return []
      const sure = row.confidence[at] ?? 0
      const cert = row.byHand[at] || sure >= 0.9 ? 'high' : sure >= 0.6 ? 'medium' : 'low'
      const target = [...base, ...own].map((name) => `#${name}`).join(' ')
      return [`<link target="${target}" cert="${cert}" n="${sure.toFixed(3)}"/>`]
    })
  )
  const sources = versions.map(
    (each) =>
      `<bibl xml:lang="${escapeXml(each.language)}"><title>${escapeXml(each.title)}</title>${each.publisher ? `<publisher>${escapeXml(each.publisher)}</publisher>` : ''}${each.published ? `<date when="${escapeXml(each.published.date)}">${escapeXml(each.published.date)}</date>` : ''}</bibl>`
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="${words.language}">
<teiHeader><fileDesc><titleStmt><title>${escapeXml(title)}</title></titleStmt><publicationStmt><p>Made with Variorum.</p></publicationStmt><sourceDesc><listBibl>${sources.join('')}</listBibl></sourceDesc></fileDesc></teiHeader>
<standOff><linkGrp type="alignment">
${links.length > 0 ? links.join('\n') : '<!-- no links -->'}
</linkGrp></standOff>
<text><group>
${texts.join('\n')}
</group></text>
</TEI>
`
}
