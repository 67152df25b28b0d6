import { join } from 'node:path'
import type { Original } from '../../../shared/model/document'
import type { ContentHash } from '../../../shared/model/ids'
import type { PlainState } from '../../../shared/model/state'
import { readPlain, soundBytes } from '../../backup/copies'
import { sha256InSlices } from '../../backup/hash-in-slices'
import { originalName } from '../../store/content-store'
import { type Files, realFiles } from '../../store/files'
import { shardFolders } from '../../store/shards'
import { type BundleManifest, bundleManifestName, isBundled } from './bundle-manifest'

interface BundleEntries {
  /** The folder with snapshots and journal, made for the bundle. */
  readonly folder: string
  /** The project's own folder, where texts and originals lie. */
  readonly project: string
  readonly state: PlainState
  readonly manifest: BundleManifest
  readonly signal: AbortSignal
  /** A text or an original that is missing or damaged. */
  missing(kind: 'texts' | 'originals'): void
  readonly files?: Files
}

/** The files of a bundle, one after another; the manifest last, with the length and hash of each. */
export async function* bundleEntries({
  folder,
  project,
  state,
  manifest,
  signal,
  missing,
  files = realFiles
}: BundleEntries): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const facts: Record<string, { bytes: number; sha256: string }> = {}
  const entry = async (name: string, bytes: Buffer) => {
    signal.throwIfAborted()
    facts[name] = { bytes: bytes.length, sha256: await sha256InSlices(bytes) }
    return { name, bytes }
  }
  for (const sub of ['', ...shardFolders, 'journal'])
    for (const file of (await files.list(join(folder, sub))).sort()) {
      const name = sub === '' ? file : `${sub}/${file}`
      if (isBundled(name) && files.facts(join(folder, name))?.kind === 'file')
        yield await entry(name, await files.read(join(folder, name)))
    }
  for (const name of contentNames(state, manifest.originals)) {
    const kind = name.startsWith('texts/') ? 'texts' : 'originals'
    const bytes = await readPlain(join(project, name), files)
    const sound = bytes && (await soundBytes(bytes, name.slice(kind.length + 1)))
    if (sound) yield await entry(name, sound)
    else missing(kind)
  }
  yield { name: bundleManifestName, bytes: Buffer.from(`${JSON.stringify({ ...manifest, files: facts })}\n`) }
}

/** The files of the texts that documents name, and of the originals; earlier states of a text too. */
function contentNames({ documents }: PlainState, withOriginals: boolean): string[] {
  const texts = new Set<ContentHash>()
  const originals = new Set<string>()
  const add = (original: Original) => originals.add(originalName(original))
  for (const { revisions, original } of Object.values(documents)) {
    add(original)
    for (const each of revisions) {
      texts.add(each.text)
      if (each.original) add(each.original)
    }
  }
  return [...[...texts].map((hash) => `texts/${hash}.json`), ...(withOriginals ? originals : [])]
}
