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

export type ExcerptsRequest = Extract<ExportRequest, { readonly of: 'excerpts' }>

/** The annotations that an export is of, and the state of the project in which they were found. */
export interface Chosen {
  readonly moment: Moment
  readonly annotations: readonly Annotation[]
  /** The themes that were asked for, with those below them; null where all count. */
  readonly themes: ReadonlySet<ThemeId> | null
}

/** Finds the annotations that a request is about, less those that its options leave out. */
export async function chosenAnnotations(
  session: Session,
  { query, chosen }: Pick<ExcerptsRequest, 'query' | 'chosen'>,
  options: Pick<ExportOptions, 'coders' | 'doubtful' | 'furniture'>,
  signal?: AbortSignal
): Promise<Chosen> {
  const { annotations, state, seq } = await listedIn(session, query, signal ? { signal } : {})
  const moment: Moment = { state, seq, contents: session.contents, folder: session.folder }
  const wanted = chosen && new Set(chosen)
  const { coders } = options
  const fits = (each: Annotation) =>
    (!wanted || wanted.has(each.id)) &&
    (options.doubtful || !each.quality.includes('doubtful')) &&
    (!coders || coders.includes(each.coder) || each.codings.some(({ coder }) => coders.includes(coder)))
  const fitting = annotations.filter(fits)
  const left = options.furniture ? fitting : await outsideFurniture(moment, fitting, signal)
  return { moment, annotations: left, themes: themesAskedFor(state.themes, query.themes) }
}

async function outsideFurniture(
  { state, contents }: Moment,
  annotations: readonly Annotation[],
  signal?: AbortSignal
): Promise<Annotation[]> {
  const texts = new Map<string, Parameters<typeof beginsInFurniture>[0]>()
  const key = ({ document, selector }: Annotation) => `${document} ${selector.revision}`
  for (const annotation of annotations) {
    if (texts.has(key(annotation))) continue
    signal?.throwIfAborted()
    const { revision } = annotation.selector
    const document = state.documents.get(annotation.document)
    const past = document?.revisions.find((each) => each.text === revision)
    const isCurrent = document?.revisions.at(-1) === past
    const furniture = (isCurrent ? document?.furniture : past?.furniture) ?? []
    // A text without furniture need not be read.
    const blocks = furniture.length > 0 ? required(await contents.text(revision)).blocks : []
    texts.set(key(annotation), { blocks, furniture, language: document?.language ?? '' })
  }
  const left: Annotation[] = []
  await forEachYielding(annotations, (annotation) => {
    const text = texts.get(key(annotation))
    if (!text || !beginsInFurniture(text, annotation.selector)) left.push(annotation)
  })
  return left
}
