import type { ExportOptions } from '../../../shared/export/export-options'
import type { ExportRequest } from '../../../shared/ipc/export-request'
import type { Annotation } from '../../../shared/model/annotation'
import type { ThemeId } from '../../../shared/model/ids'
import type { Session } from '../../project/session'
import { listedIn } from '../../services/annotation-list'
import { forEachYielding } from '../../store/cooperative'
import { required } from '../export-problem'
import { themesAskedFor } from './arrange'
import { beginsInFurniture } from './excerpt-record'
import type { Moment } from './moment'
import { type Passage, PassageMaker } from './passage'

export type ExcerptsRequest = Extract<ExportRequest, { readonly of: 'excerpts' }>

/** The passages that an export is of, and the state of the project in which they were found. */
export interface Chosen {
  readonly moment: Moment
  readonly passages: readonly Passage[]
  /** The themes that were asked for, with those below them; null where all count. */
  readonly themes: ReadonlySet<ThemeId> | null
}

/** Finds the passages that a request is about, less those that its options leave out. */
export async function chosenAnnotations(
  session: Session,
  { query, chosen }: Pick<ExcerptsRequest, 'query' | 'chosen'>,
  options: Pick<ExportOptions, 'coders' | 'doubtful' | 'furniture'>,
  signal?: AbortSignal
): Promise<Chosen> {
  const wanted = chosen && new Set(chosen)
  const { coders } = options
  const fits = (each: Annotation) =>
    (!wanted || wanted.has(each.id)) &&
    (options.doubtful || !each.quality.includes('doubtful')) &&
    (!coders || coders.includes(each.coder) || each.codings.some(({ coder }) => coders.includes(coder)))
  const maker = new PassageMaker()
  const keep = (annotation: Annotation) => (fits(annotation) ? maker.of(annotation) : null)
  const { passages, state, seq } = await listedIn(session, query, keep, signal ? { signal } : {})
  const moment: Moment = { state, seq, contents: session.contents, folder: session.folder }
  const left = options.furniture ? passages : await outsideFurniture(moment, passages, signal)
  return { moment, passages: left, themes: themesAskedFor(state.themes, query.themes) }
}

async function outsideFurniture(
  { state, contents }: Moment,
  passages: readonly Passage[],
  signal?: AbortSignal
): Promise<Passage[]> {
  const texts = new Map<string, Parameters<typeof beginsInFurniture>[0]>()
  const key = ({ document, selector }: Passage) => `${document} ${selector.revision}`
  for (const passage of passages) {
    if (texts.has(key(passage))) continue
    signal?.throwIfAborted()
    const { revision } = passage.selector
    const document = state.documents.get(passage.document)
    const past = document?.revisions.find((each) => each.text === revision)
    const isCurrent = document?.revisions.at(-1) === past
    const furniture = (isCurrent ? document?.furniture : past?.furniture) ?? []
    // A text without furniture need not be read.
    const blocks = furniture.length > 0 ? required(await contents.text(revision)).blocks : []
    texts.set(key(passage), { blocks, furniture, language: document?.language ?? '' })
  }
  const left: Passage[] = []
  await forEachYielding(passages, (passage) => {
    const text = texts.get(key(passage))
    if (!text || !beginsInFurniture(text, passage.selector)) left.push(passage)
  })
  return left
}
