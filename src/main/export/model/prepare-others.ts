import type { ExportOptions } from '../../../shared/export/export-options'
import type { ExportRequest } from '../../../shared/ipc/export-request'
import { catalogues } from '../../../shared/locales/catalogues'
import type { Alignment } from '../../../shared/model/alignment'
import { inTextOrder } from '../../../shared/model/annotation-index'
import { appError } from '../../../shared/model/app-error'
import { currentText } from '../../../shared/model/current-text'
import type { DocumentId, ThemeId } from '../../../shared/model/ids'
import type { Memo } from '../../../shared/model/memo'
import type { ProjectState } from '../../../shared/model/state'
import type { TextContent } from '../../../shared/model/text-content'
import { subtree } from '../../../shared/operations/theme-order'
import { blockSpans } from '../../../shared/text/canonical'
import { byTitle } from '../../../shared/text/natural-order'
import { countsUnder } from '../../services/counts-under'
import { ExportProblem, required } from '../export-problem'
import type { AnnotationsOf } from '../writing/export-job'
import { ahead } from './given-items'
import { type Moment, momentOf, referencesTo, titlePage } from './moment'
import { feedOf, languageOf, type Makers, type Prepared } from './prepared'
import { settledAnnotations } from './settled'

type RequestOf<Of extends ExportRequest['of']> = Extract<ExportRequest, { readonly of: Of }>

/** The codebook with how often each theme is used. */
export async function prepareCodebook(
  makers: Makers,
  request: RequestOf<'codebook'>,
  options: ExportOptions
): Promise<Prepared<'codebook'>> {
  const language = languageOf(options, makers)
  const { codebook, chosen } = catalogues[language]
  await makers.session.loadAll()
  const moment = momentOf(makers.session)
  const { state } = moment
  const title = `${state.info.name} – ${codebook.title}`
  const page = titlePage(moment, { title, version: makers.version, chosenBy: chosen.codebook })
  return {
    name: title,
    count: Object.keys(state.themes).length,
    job: {
      of: 'codebook',
      format: request.format,
      options,
      head: {
        ...referencesTo(moment, []),
        page,
        language,
        memos: Object.values<Memo>(state.memos).filter(({ about }) => about.kind === 'theme'),
        counts: countsOf(state)
      }
    },
    feed: feedOf(moment)
  }
}

/** For each theme the passages that carry it, and those that carry it or one below; each passage once. */
function countsOf(state: ProjectState): Map<ThemeId, { own: number; below: number }> {
  const under = countsUnder(state)
  const own = new Map<ThemeId, number>()
  for (const passages of state.annotations.values())
    for (const { codings } of passages.values())
      for (const theme of new Set(codings.map((coding) => coding.theme)))
        own.set(theme, (own.get(theme) ?? 0) + 1)
  return new Map(
    subtree(state.themes, null).map(({ id }) => [id, { own: own.get(id) ?? 0, below: under[id] ?? 0 }])
  )
}

/**
 * One text with its highlights; its first `most` paragraphs alone, where that is given.
 *
 * @throws ExportProblem where there is no such text, or it cannot be read
 */
export async function prepareDocument(
  makers: Makers,
  request: RequestOf<'document'>,
  options: ExportOptions,
  most = Number.POSITIVE_INFINITY
): Promise<Prepared<'document'>> {
  const language = languageOf(options, makers)
  const moment = momentOf(makers.session)
  const { state } = moment
  const document = state.documents.get(request.document)
  if (!document) throw new ExportProblem(appError('NotFound', 'documentMissing', { name: request.document }))
  const text = required(await moment.contents.text(currentText(document)))
  const shown: TextContent = { ...text, blocks: text.blocks.slice(0, most) }
  const end = blockSpans(shown.blocks).at(-1)?.end ?? 0
  const { annotations, unsettled } = settledAnnotations(state, document.id, options)
  const { chosen } = catalogues[language]
  return {
    name: document.title,
    count: text.blocks.length,
    job: {
      of: 'document',
      format: request.format,
      options,
      head: {
        ...referencesTo(moment, [document.id]),
        page: titlePage(moment, {
          title: document.title,
          version: makers.version,
          chosenBy: chosen.document
        }),
        language,
        document,
        text: shown,
        annotations: annotations.filter(({ selector }) => selector.end <= end),
        unsettled,
        memos: Object.values<Memo>(state.memos).filter(
          ({ about }) => about.kind === 'document' && about.id === document.id
        )
      }
    },
    feed: feedOf(moment)
  }
}

/** The whole project; its annotations come a document at a time. */
export function prepareProject(
  makers: Makers,
  request: RequestOf<'project'>,
  options: ExportOptions
): Prepared<'project'> {
  const language = languageOf(options, makers)
  const moment = momentOf(makers.session)
  const { state, folder } = moment
  const { chosen } = catalogues[language]
  return {
    name: state.info.name,
    count: state.documents.size,
    job: {
      of: 'project',
      format: request.format,
      options,
      head: {
        ...referencesTo(moment, byTitleOf(state)),
        works: new Map(state.works.entries()),
        page: titlePage(moment, {
          title: state.info.name,
          version: makers.version,
          chosenBy: chosen.project
        }),
        language,
        coder: makers.coder,
        folder,
        memos: Object.values<Memo>(state.memos),
        alignments: [...state.alignments.values()].flatMap((own) => Object.values<Alignment>(own))
      }
    },
    feed: feedOf(moment, { annotations: ahead(annotationsOf(moment, makers)) })
  }
}

async function* annotationsOf(
  { state }: Moment,
  { making }: Pick<Makers, 'making'>
): AsyncGenerator<AnnotationsOf> {
  let done = 0
  for (const document of byTitleOf(state)) {
    making?.signal?.throwIfAborted()
    const own = state.annotations.get(document)
    if (own) yield { document, annotations: [...own.values()].sort(inTextOrder) }
    making?.progress?.(++done, state.documents.size)
  }
}

function byTitleOf({ documents }: ProjectState): DocumentId[] {
  return [...documents.values()].sort((a, b) => byTitle(a, b) || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
}
