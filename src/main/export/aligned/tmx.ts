import type { AlignedWork } from './aligned-work'
import { escapeXml } from './xml'

/**
 * An aligned work as a translation memory (TMX 1.4b): a unit for each row in which two versions or more say something,
 * with the confidence of each link. The source language is that of the base.
 */
export function alignedToTmx({ title, versions, rows }: AlignedWork, made: Date, version: string): string {
  const base = versions[0]?.language ?? 'en'
  const stamp = made.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')
  const units = rows.flatMap((row, index) => {
    const variants = versions.flatMap((each, at) => {
      const text = row.texts[at] ?? ''
      if (text === '') return []
      const sure = row.confidence[at] ?? null
      const props = [
        `<prop type="x-version">${escapeXml(each.title)}</prop>`,
        `<prop type="x-rendering">${each.rendering}</prop>`,
        ...(sure === null ? [] : [`<prop type="x-confidence">${sure.toFixed(3)}</prop>`]),
        ...(row.byHand[at] ? ['<prop type="x-origin">hand</prop>'] : [])
      ].join('')
      return [`<tuv xml:lang="${escapeXml(each.language)}">${props}<seg>${escapeXml(text)}</seg></tuv>`]
    })
    return variants.length < 2 ? [] : [`<tu tuid="${index + 1}">${variants.join('')}</tu>`]
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="Variorum" creationtoolversion="${escapeXml(version)}" datatype="plaintext" segtype="block" adminlang="en" srclang="${escapeXml(base)}" o-tmf="Variorum" creationdate="${stamp}"><note>${escapeXml(title)}</note></header>
<body>
${units.join('\n')}
</body>
</tmx>
`
}
