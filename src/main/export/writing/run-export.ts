import type { ExportSubject } from '../../../shared/export/export-format-info'
import type { ContentReader, ExcerptItem, ExcerptsModel, ExportModels } from '../format'
import { findFormat } from '../registry'
import { exportWords } from '../words'
import { citerFor, type ItemCiter } from './citer'
import type { AnnotationsOf, ExportFeed, ExportJob, ExportSide, LeftOut } from './export-job'
import { GatheringSink } from './gathering-sink'
import { madeItems } from './made-items'

type ModelMakers = {
  readonly [Of in ExportSubject]: (
    job: ExportJob<Of>,
    feed: ExportFeed
  ) => ExportModels[Of] | Promise<ExportModels[Of]>
}

/** Writes an export: makes its model whole, has the format write it, and sends what comes. Rejects where it is aborted. */
export async function runExport<Of extends ExportSubject>(
  job: ExportJob<Of>,
  side: ExportSide,
  signal: AbortSignal
): Promise<LeftOut> {
  const format = findFormat(job.of, job.format)
  if (!format) throw new Error(`there is no format ${job.format} of ${job.of}`)
  const sink = new GatheringSink(side, signal)
  await format.write(await models[job.of](job, side), job.options, sink)
  signal.throwIfAborted()
  await sink.flush()
  return sink.all
}

const models: ModelMakers = {
  excerpts: (job, feed) => excerptsModel(job, feed),
  work: (job, feed) => ({ ...job.head, ...common(job, feed) }),
  codebook: (job, feed) => ({ ...job.head, ...common(job, feed) }),
  document: (job, feed) => ({ ...job.head, ...common(job, feed) }),
  concordance: (job, feed) => ({ ...job.head, ...common(job, feed) }),
  project: (job, feed) => ({ ...job.head, ...common(job, feed), annotations: () => annotationsFrom(feed) }),
  quotations: (job, feed) => ({ ...job.head, ...common(job, feed) }),
  formulae: (job, feed) => ({ ...job.head, ...common(job, feed) }),
  quality: (job, feed) => ({ ...job.head, ...common(job, feed) })
}

/** What every model is given here. */
function common({ head }: ExportJob, feed: ExportFeed) {
  const contents: ContentReader = {
    text: (hash) => feed.text(hash),
    original: (document) => feed.original(document)
  }
  return { words: exportWords(head.language), contents }
}

async function excerptsModel(job: ExportJob<'excerpts'>, feed: ExportFeed): Promise<ExcerptsModel> {
  const { words, contents } = common(job, feed)
  const citer = await citerFor(job, findFormat(job.of, job.format)?.options ?? [])
  return {
    ...job.head,
    words,
    contents,
    items: () => citedItems(madeItems(job, feed), citer),
    bibliography: () => citer.bibliography()
  }
}

async function* citedItems(
  batches: AsyncIterable<readonly ExcerptItem[]>,
  citer: ItemCiter
): AsyncGenerator<ExcerptItem> {
  for await (const batch of batches) yield* citer.cite(batch)
}

async function* annotationsFrom(feed: ExportFeed): AsyncGenerator<AnnotationsOf> {
  for (let own = await feed.annotations(); own; own = await feed.annotations()) yield own
}
