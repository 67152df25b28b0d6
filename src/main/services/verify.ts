import { access, readFile } from 'node:fs/promises'
import { isExact } from '../../shared/anchoring/describe'
import { appError } from '../../shared/model/app-error'
import type { AppError } from '../../shared/model/result'
import { canonicalText } from '../../shared/text/canonical'
import type { Session } from '../project/session'
import { sha256 } from '../store/hash'
import { listAnnotations } from './annotation-list'
import { readText } from './texts'

export interface VerifyReport {
  readonly documents: number
  readonly annotations: number
  readonly problems: readonly AppError[]
}

/** Reads everything back: what opening found, every text and original against its name, every quote against its text. */
export async function verify(session: Session): Promise<VerifyReport> {
  const { state } = session
  const problems: AppError[] = [...session.notices]
  for (const document of Object.values(state.documents)) {
    const problem = await originalProblem(
      session.contents.originalPath(document.original),
      document.original.sha256
    )
    if (problem)
      problems.push(appError('Damaged', problem, { name: document.original.name, title: document.title }))
    const text = await readText(session, document.id)
    if (!text.ok) problems.push(text.error)
  }
  const annotations = listAnnotations(state, {})
  for (const annotation of annotations) {
    const { selector } = annotation
    const content = await session.contents.text(selector.revision)
    if (content.ok && !isExact(canonicalText(content.value.blocks), selector))
      problems.push(
        appError('Damaged', 'quoteDiffers', { quote: selector.exact.slice(0, 60), id: annotation.id })
      )
    if (!state.documents[annotation.document])
      problems.push(appError('Damaged', 'recordMissing', { what: annotation.document }))
    for (const theme of annotation.themes)
      if (!state.themes[theme]) problems.push(appError('Damaged', 'recordMissing', { what: theme }))
  }
  return { documents: Object.keys(state.documents).length, annotations: annotations.length, problems }
}

async function originalProblem(
  path: string,
  hash: string
): Promise<'originalMissing' | 'originalDamaged' | null> {
  try {
    await access(path)
    return sha256(await readFile(path)) === hash ? null : 'originalDamaged'
  } catch {
    return 'originalMissing'
  }
}
