import { z } from 'zod'
import { CoderId, ProjectId } from '../../../shared/model/ids'
import { archiveLimits, isPacked } from '../../backup/archive-limits'
import { isOriginalFile, isTextFile } from '../../store/project-files'

/** The ending of a bundle's name, without a dot. */
export const bundleExtension = 'variorum'
/** What a bundle says of itself, in a file of its own that stands last in it. */
export const bundleManifestName = 'bundle.json'

/** Which project a bundle holds, as it was after which change, what of it, and each of its files with length and hash. */
export const BundleManifest = z.object({
  kind: z.literal('variorum-bundle'),
  format: z.literal(1),
  project: z.object({ id: ProjectId, name: z.string().min(1).max(300) }),
  made: z.iso.datetime(),
  /** The number of the last change of the project that it was made from. */
  change: z.int().min(0),
  version: z.string().max(100),
  coder: z.object({ id: CoderId, name: z.string().max(200) }),
  /** Whether imported files, the journal and the work of others came along. */
  originals: z.boolean(),
  history: z.boolean(),
  otherCoders: z.boolean(),
  files: z.record(z.string(), z.object({ bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
})
export type BundleManifest = z.infer<typeof BundleManifest>

/** Whether a file of this name belongs into a bundle: those of a backup, texts, originals, the manifest. */
export function isBundled(name: string): boolean {
  const content = /^(texts|originals)\/([^/]+)$/.exec(name)
  if (content) return content[1] === 'texts' ? isTextFile(content[2] ?? '') : isOriginalFile(content[2] ?? '')
  return name === bundleManifestName || (isPacked(name) && name !== 'library.json' && name !== 'backup.json')
}

/** How much a bundle may hold: as a backup, whose texts and originals lie beside it. A file is read into memory whole. */
export const bundleLimits = { ...archiveLimits, bytes: 1024 * 1024 * 1024 }
