import type { AppError } from '../../shared/model/result'
import { loadProject } from '../project/load'
import { realFolder } from '../project/open'
import { ContentStore } from '../store/content-store'
import { forEachYielding } from '../store/cooperative'
import { type Files, realFiles } from '../store/files'
import { verifyBackups } from './verify-backups'
import { verifyContents } from './verify-contents'
import { verifyJournal } from './verify-journal'
import { verifyRecords } from './verify-records'

export interface VerifyReport {
  readonly documents: number
  readonly annotations: number
  readonly problems: readonly AppError[]
}

interface VerifyOptions {
  readonly files?: Files
  progress?(done: number, total: number): void
}

/**
 * Reads a whole project back and says what is wrong with it, by name: every snapshot file and journal line against
 * its checksum and schema, every text and original against its name, every reference, every quote against its text,
 * every backup against its manifest, every copy among the backups against its name. Writes nothing and mends nothing. Throws where the project cannot be read at all.
 */
export async function verifyProject(
  given: string,
  { files = realFiles, progress = () => {} }: VerifyOptions = {}
): Promise<VerifyReport> {
  const problems: AppError[] = []
  const folder = await realFolder(given)
  const found = (problem: AppError) => problems.push(problem)
  const { head } = await loadProject(folder, {
    files,
    mayWrite: false,
    expectCheckpoint: true,
    found,
    mended() {},
    progress() {}
  })
  const { state } = head.standing
  const total = state.documents.size + state.annotations.size
  let done = 0
  const step = () => progress(++done, total)
  await forEachYielding(state.annotations.unread(), (id) => {
    state.annotations.get(id)
  })
  await forEachYielding(state.alignments.unread(), (id) => {
    state.alignments.get(id)
  })
  await verifyJournal(folder, files, found)
  const contents = new ContentStore(folder, files)
  const texts = await verifyContents(state, contents, { found, step })
  const annotations = await verifyRecords(state, texts, { found, step })
  await verifyBackups(folder, { files, found })
  // Opening tells of some things too: each is said once.
  const once = [...new Map(problems.map((each) => [each.message, each])).values()]
  return { documents: state.documents.size, annotations, problems: once }
}
