import { extname } from 'node:path'

/** The file formats that can be imported, by extension in lower case. */
export const supported = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html'
} as const

export type Format = (typeof supported)[keyof typeof supported]

export function formatOf(path: string): Format | null {
  const extension = extname(path).toLowerCase()
  return isKnown(extension) ? supported[extension] : null
}

function isKnown(extension: string): extension is keyof typeof supported {
  return extension in supported
}
