import { appError, reasonOf } from '../../shared/model/app-error'
import type { AppError } from '../../shared/model/result'
import { isCode } from './files'

/** Why a folder could not be written to, for a person: that the disk is full is no matter of permissions. */
export function unwritable(folder: string, error: unknown): AppError {
  return isCode(error, 'ENOSPC') || isCode(error, 'EDQUOT')
    ? appError('StorageFailed', 'diskFull', { folder })
    : appError('StorageFailed', 'folderNotWritable', { folder, reason: reasonOf(error) })
}
