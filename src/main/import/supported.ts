import { extname } from 'node:path'

/** The file formats that can be imported, by extension in lower case. */
const supported = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.mhtml': 'mhtml',
  '.mht': 'mhtml',
  '.docx': 'docx',
  '.docm': 'docx',
  '.odt': 'odt',
  '.rtf': 'rtf',
  '.pdf': 'pdf',
  '.epub': 'epub',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.xlsx': 'xlsx',
  '.tmx': 'tmx',
  '.xml': 'xml',
  '.tei': 'xml',
  '.qdpx': 'qdpx',
  '.qdc': 'qdc',
  '.json': 'json',
  '.jsonld': 'json',
  '.bib': 'bibtex',
  '.ris': 'ris',
  '.rdf': 'rdf',
  '.srt': 'subtitles',
  '.vtt': 'subtitles'
} as const

export type Format = (typeof supported)[keyof typeof supported]

export function formatOf(path: string): Format | null {
  const extension = extname(path).toLowerCase()
  return isKnown(extension) ? supported[extension] : null
}

function isKnown(extension: string): extension is keyof typeof supported {
  return extension in supported
}

/** Every extension that can be chosen for import, without its dot. */
export const importable = [...Object.keys(supported), '.zip'].map((each) => each.slice(1))

/** Archives are opened, and what they hold is read as if it lay in a folder. */
export function isArchive(path: string): boolean {
  return extname(path).toLowerCase() === '.zip'
}
