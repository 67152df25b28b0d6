import type { BackupEntry } from '../../shared/ipc/backup-answers'
import { type BackupName, newestFirst } from '../backup/backup-names'

/** The backups of both places in one list, newest first; each with where it lies. */
export function mergedEntries(inside: readonly BackupName[], outside: readonly BackupName[]): BackupEntry[] {
  const within = new Set(inside.map(({ file }) => file))
  const beyond = new Set(outside.map(({ file }) => file))
  return [...inside, ...outside.filter(({ file }) => !within.has(file))]
    .sort(newestFirst)
    .map((name) =>
      entryOf(name, !within.has(name.file) ? 'outside' : beyond.has(name.file) ? 'both' : 'inside')
    )
}

export function entryOf(
  { file, made, reason, seq }: BackupName,
  where: BackupEntry['where'] = 'inside'
): BackupEntry {
  return { file, made: made.toISOString(), reason, seq, where }
}
