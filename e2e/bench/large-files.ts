import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const words =
  'the office met in spring and counted every resort of the county snow salt road plough 会议 抓紧 落实'.split(
    ' '
  )

/** Words that are never the same twice, so that nothing can be told by repetition. */
function sentence(seed: number, length: number): string {
  return `${Array.from({ length }, (_, at) => words[(seed * 31 + at * (1 + (seed % 7))) % words.length]).join(' ')} ${seed}.`
}

function megabytes(size: number, piece: (seed: number) => string): string {
  const parts: string[] = []
  for (let seed = 0, length = 0; length < size * 1e6; seed++) {
    const own = piece(seed)
    parts.push(own)
    length += own.length
  }
  return parts.join('')
}

/** A PDF of so many pages with forty lines each, in Helvetica, uncompressed. */
function pdfOf(pages: number): string {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
  const kids: string[] = []
  for (let page = 0; page < pages; page++) {
    const lines = Array.from(
      { length: 40 },
      (_, at) => `(${sentence(page * 40 + at, 12).replace(/[^ -~]/g, 'x')}) Tj 0 -16 Td`
    )
    const content = `BT /F1 11 Tf 60 760 Td ${lines.join('\n')} ET`
    objects.push(`<</Length ${content.length}>>stream\n${content}\nendstream`)
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${objects.length} 0 R>>`
    )
    kids.push(`${objects.length} 0 R`)
  }
  objects[1] = `<</Type/Pages/Count ${pages}/Kids[${kids.join(' ')}]>>`
  let body = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = body.length
    body += `${at + 1} 0 obj${object}endobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`
}

/** Files as large as anybody has, and larger; their paths. */
export async function largeFiles(folder: string): Promise<string[]> {
  const files = {
    'pages-500.pdf': pdfOf(500),
    'text-20-mb.txt': megabytes(20, (seed) => `${sentence(seed, 80)}\n\n`),
    'text-29-mb.txt': megabytes(29, (seed) => `${sentence(seed, 80)}\n\n`),
    'page-20-mb.html': `<html><body><article>${megabytes(20, (seed) => `<p>${sentence(seed, 80)}</p>\n`)}</article></body></html>`,
    'rows-50-mb.csv': `title,text\n${megabytes(50, (seed) => `Row ${seed},"${sentence(seed, 200)}"\n`)}`,
    'tei-20-mb.xml': `<TEI><text><body>${megabytes(20, (seed) => `<p>${sentence(seed, 80)}</p>`)}</body></text></TEI>`,
    'marked-10-mb.md': megabytes(10, (seed) => `# ${sentence(seed, 5)}\n\n${sentence(seed, 80)}\n\n`)
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return Object.keys(files).map((name) => join(folder, name))
}
