import { type EvidenceManifest, type EvidenceQuote, excerptsPath } from '../evidence-data'
import { sha256 } from './sha256'

export interface CheckedFile {
  readonly path: string
  /** `unknown`: no file that the manifest names. */
  readonly state: 'sound' | 'altered' | 'missing' | 'unknown'
}

export interface CheckedQuote {
  readonly id: string
  readonly quote: string
  /** `noText`: the text that it is said to stand in is not there, or is no longer what it was. */
  readonly state: 'stands' | 'altered' | 'noText'
}

export interface CheckedEvidence {
  /** SHA-256 of the manifest itself. */
  readonly fingerprint: string
  readonly files: readonly CheckedFile[]
  readonly quotes: readonly CheckedQuote[]
}

/**
 * Holds files against a manifest, and each quotation against the text that it is from: the words at its place must be its
 * very words. Where `isWhole`, files that the manifest names and that are not given are missing; else nothing is said of them.
 * Throws where the manifest cannot be read.
 */
export function checkEvidence(
  manifest: Uint8Array,
  files: ReadonlyMap<string, Uint8Array>,
  { isWhole }: { readonly isWhole: boolean }
): CheckedEvidence {
  const named = filesNamed(JSON.parse(decoded(manifest)))
  const checked: CheckedFile[] = []
  const sound = new Set<string>()
  for (const [path, bytes] of files) {
    const stated = named.get(path)
    const isSound = stated === sha256(bytes)
    if (isSound) sound.add(path)
    checked.push({ path, state: stated === undefined ? 'unknown' : isSound ? 'sound' : 'altered' })
  }
  if (isWhole) for (const path of named.keys()) if (!files.has(path)) checked.push({ path, state: 'missing' })
  const texts = new Map<string, string | null>()
  const textOf = (hash: string) => {
    const known = texts.get(hash)
    if (known !== undefined) return known
    const path = `texts/${hash}.json`
    const bytes = files.get(path)
    const text = bytes && sound.has(path) && sha256(bytes) === hash ? wordsOf(bytes) : null
    texts.set(hash, text)
    return text
  }
  const quotes = quotesIn(files.get(excerptsPath)).map(
    ({ id, text: hash, start, end, quote }): CheckedQuote => {
      const text = textOf(hash)
      return {
        id,
        quote,
        state: text === null ? 'noText' : text.slice(start, end) === quote ? 'stands' : 'altered'
      }
    }
  )
  return { fingerprint: sha256(manifest), files: checked, quotes }
}

/** Whether nothing is altered, missing or unknown, and every quotation stands. */
export function isAllWell({ files, quotes }: CheckedEvidence): boolean {
  return files.every(({ state }) => state === 'sound') && quotes.every(({ state }) => state === 'stands')
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

function filesNamed(manifest: EvidenceManifest): Map<string, string> {
  return new Map(Object.entries(manifest.files).map(([path, { sha256: sum }]) => [path, sum]))
}

/** The canonical text: the blocks' texts joined by one line feed. Null where the file is no text. */
function wordsOf(bytes: Uint8Array): string | null {
  try {
    const { blocks } = JSON.parse(decoded(bytes)) as { blocks: readonly { text: string }[] }
    return blocks.map(({ text }) => text).join('\n')
  } catch {
    return null
  }
}

function quotesIn(bytes: Uint8Array | undefined): readonly EvidenceQuote[] {
  if (!bytes) return []
  try {
    return (JSON.parse(decoded(bytes)) as { excerpts: readonly EvidenceQuote[] }).excerpts
  } catch {
    return []
  }
}
