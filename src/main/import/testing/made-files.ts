import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { parseFile } from '../parse-file'
import type { ParsedFile, ParsedText, ParseOptions } from '../parsed'

/** Files that other software wrote. */
export const fixtures = join(import.meta.dirname, '../fixtures')

/** What a file is read as; throws where it is refused. */
export async function parse(path: string, options: ParseOptions = {}): Promise<ParsedFile> {
  const parsed = await parseFile(path, options)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

/** The only text of a file, or its first. */
export function first({ texts: [text] }: ParsedFile): ParsedText {
  if (!text) throw new Error('there is no text')
  return text
}

export function lines({ blocks }: ParsedText): string[] {
  return blocks.map(({ kind, text }) => `${kind}: ${text}`)
}

/** Files of a test's own, in a folder that is there as long as its tests run. */
export class MadeFiles {
  folder = ''

  constructor() {
    beforeAll(async () => {
      this.folder = await mkdtemp(join(tmpdir(), 'variorum-formats-'))
    })
    afterAll(() => rm(this.folder, { recursive: true, force: true }))
  }

  async write(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(this.folder, name)
    await writeFile(path, content)
    return path
  }

  /** Writes a file and reads it. */
  async read(name: string, content: string | Uint8Array, options: ParseOptions = {}): Promise<ParsedFile> {
    return parse(await this.write(name, content), options)
  }

  /** Writes a file that is to be refused, and says by which sentence it is. */
  async refusal(name: string, content: string | Uint8Array): Promise<string> {
    const parsed = await parseFile(await this.write(name, content))
    return parsed.ok ? 'read' : parsed.error.key
  }
}
