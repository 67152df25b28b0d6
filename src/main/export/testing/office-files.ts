import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { parseXml } from '../../import/formats/xml'

/** The parts of an office file, by their paths. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]))
}

/** A part as a tree; fails where there is none. */
export function treeOf(parts: ReadonlyMap<string, string>, path: string): Document {
  const source = parts.get(path)
  if (source === undefined) throw new Error(`there is no ${path}`)
  return parseXml(source)
}

/** The elements of a qualified name, in order. */
export function elementsOf(tree: ParentNode, tag: string): Element[] {
  return Array.from(tree.querySelectorAll('*')).filter((each) => each.tagName === tag)
}

/** What an importer is given. */
export function asSource(bytes: Uint8Array, name: string) {
  return { bytes, name, text: () => '' }
}

/** Does something with a file in a folder of its own, which is gone afterwards. */
export function withFile<T>(name: string, bytes: Uint8Array, use: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-office-'))
  try {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return use(path, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a program says about a file. Fails where it ends badly. */
export function said(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (error) throw error
  if (status !== 0) throw new Error(`${program}: ${stderr || stdout || status}`)
  return stdout
}

/** The words of a file as LibreOffice prints them, page after page. */
export function printedText(name: string, bytes: Uint8Array): string {
  return withFile(name, bytes, (path, folder) => {
    const profile = `-env:UserInstallation=file://${folder}/profile`
    said('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, path])
    const pdf = path.replace(/\.\w+$/, '.pdf')
    if (readFileSync(pdf).length === 0) throw new Error('LibreOffice printed nothing')
    return said('pdftotext', ['-layout', pdf, '-'])
  })
}
