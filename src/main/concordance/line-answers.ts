import { LRUCache } from 'lru-cache'
import type { AnsweredLine } from '../../shared/concordance/lines'
import type { LineName } from '../../shared/concordance/trail'
import { currentText } from '../../shared/model/current-text'
import type { Rendering } from '../../shared/model/document'
import type { ContentHash, DocumentId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import type { ProjectState } from '../../shared/model/state'
import type { Session } from '../project/session'
import type { Comparison } from '../services/compare'
import { renderingsHere } from '../services/counterparts'
import type { Aligner } from '../workers/aligner'

/** What finding answers needs of the desk. */
export interface AnswerParts {
  readonly session: Session
  readonly comparison: Comparison
  readonly aligner: Aligner
}

/** The sentences of other versions beside a line; none where its text is another by now. */
export async function answersTo(
  { session, comparison, aligner }: AnswerParts,
  line: LineName,
  revision: ContentHash
): Promise<AnsweredLine> {
  const { document: id, start, end } = line
  const document = session.state.documents.get(id)
  if (!document || currentText(document) !== revision) return { ...line, answers: [] }
  const found = await renderingsHere(session, comparison, aligner, id, span(start, end))
  const answers = found.ok ? found.value : []
  return {
    ...line,
    answers: answers.map(({ document, revision, start, text, said, confidence }) => ({
      ...{ document, revision, start, text, said, confidence }
    }))
  }
}

/** So many lines are known by what answers them. */
const mostKnown = 300_000

/** The words that answer lines, each with the version that they are of; while the texts and their links stay as they are. */
interface Said {
  readonly state: Pick<ProjectState, 'documents' | 'works' | 'alignments'>
  readonly byLine: LRUCache<string, readonly (readonly [DocumentId, string])[]>
}

const known = new WeakMap<Session, Said>()

function saidOf(session: Session): Said {
  const { documents, works, alignments } = session.state
  const found = known.get(session)
  if (
    found?.state.documents === documents &&
    found.state.works === works &&
    found.state.alignments === alignments
  )
    return found
  const made = {
    state: { documents, works, alignments },
    byLine: new LRUCache<string, readonly (readonly [DocumentId, string])[]>({ max: mostKnown })
  }
  known.set(session, made)
  return made
}

/** Whose words are meant: of one version, of versions of one kind, or of the first that has some. */
export interface Answering {
  readonly version: DocumentId | null
  readonly kind?: Rendering | undefined
}

/**
 * The words that answer a line in the version that is meant; empty where nothing answers there. Looked for once: lines are
 * sorted and put together by them again and again.
 */
export async function saidBeside(
  parts: AnswerParts,
  line: LineName,
  revision: ContentHash,
  { version, kind }: Answering
): Promise<string> {
  const { byLine } = saidOf(parts.session)
  const key = `${line.document} ${revision} ${line.start} ${line.end}`
  let said = byLine.get(key)
  if (!said) {
    const { answers } = await answersTo(parts, line, revision)
    said = answers.flatMap(({ document, text, said: own }) =>
      own ? [[document, text.slice(own.start, own.end)] as const] : []
    )
    byLine.set(key, said)
  }
  const { documents } = parts.session.state
  const isMeant = (id: DocumentId) =>
    (version === null || id === version) && (kind === undefined || documents.get(id)?.rendering === kind)
  return said.find(([document]) => isMeant(document))?.[1] ?? ''
}
