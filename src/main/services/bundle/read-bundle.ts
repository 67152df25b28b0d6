import { appError, reasonOf } from '../../../shared/model/app-error'
import { err, ok, type Result } from '../../../shared/model/result'
import { entriesWithin } from '../../backup/archive-limits'
import { checkSeal } from '../../backup/seal'
import { readDirectory, unpackEntry, type ZipEntry } from '../../backup/zip-reader'
import { type Files, realFiles } from '../../store/files'
import { BundleManifest, bundleLimits, bundleManifestName, isBundled } from './bundle-manifest'

/** A bundle whose seal and directory are sound. What its files hold has still to be looked at. */
export interface ReadBundle {
  readonly archive: Buffer
  readonly manifest: BundleManifest
  readonly entries: readonly ZipEntry[]
}

/**
 * Reads what a bundle says of itself. Only files with names that a project has, each named by the manifest and within the
 * limits, are ever unpacked. Refused: what is no bundle, what has changed since it was written, what a newer version made.
 */
export async function readBundle(file: string, files: Files = realFiles): Promise<Result<ReadBundle>> {
  const facts = files.facts(file)
  if (!facts) return err(appError('NotFound', 'bundleMissing', { file }))
  if (facts.kind !== 'file') return err(appError('Invalid', 'notABundle', { file }))
  if (facts.size > bundleLimits.bytes) return err(appError('Unsupported', 'bundleTooLarge', { file }))
  try {
    const archive = await files.read(file)
    const directory = directoryOf(archive)
    const own = directory?.find(({ name }) => name === bundleManifestName)
    if (!directory || !own) return err(appError('Invalid', 'notABundle', { file }))
    await checkSeal(archive)
    const entries = entriesWithin(directory, archive.length, () => true, bundleLimits, isBundled)
    const stated: unknown = JSON.parse((await unpackEntry(archive, own)).toString('utf8'))
    if (isNewer(stated)) return err(appError('Unsupported', 'bundleNewer', { file }))
    const manifest = BundleManifest.parse(stated)
    const contents = entries.filter(({ name }) => name !== bundleManifestName)
    if (
      contents.length !== Object.keys(manifest.files).length ||
      contents.some(({ name }) => !manifest.files[name])
    )
      throw new Error('it does not hold the files that it names')
    return ok({ archive, manifest, entries: contents })
  } catch (error) {
    return err(appError('Damaged', 'bundleDamaged', { file, reason: reasonOf(error) }))
  }
}

/** The directory of an archive; null where the file is none. */
function directoryOf(archive: Buffer): ZipEntry[] | null {
  try {
    return readDirectory(archive, bundleLimits.entries)
  } catch {
    return null
  }
}

function isNewer(stated: unknown): boolean {
  if (typeof stated !== 'object' || stated === null) return false
  const { kind, format } = stated as { kind?: unknown; format?: unknown }
  return kind === 'variorum-bundle' && typeof format === 'number' && format > 1
}
