import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Alignment } from '../../../../shared/model/alignment'
import { alignmentKey } from '../../../../shared/model/alignment-key'
import type { Annotation } from '../../../../shared/model/annotation'
import type { AnnotationId, DocumentId, WorkId } from '../../../../shared/model/ids'
import type { Coder } from '../../../../shared/model/project'
import type { PlainState } from '../../../../shared/model/state'
import { sealedArchive } from '../../../backup/archive'
import { bundleEntries } from '../../../services/bundle/bundle-entries'
import { writeWithHistory, writeWithoutHistory } from '../../../services/bundle/bundle-folder'
import { type BundleManifest, bundleExtension, bundleLimits } from '../../../services/bundle/bundle-manifest'
import { ownWork } from '../../../services/bundle/own-work'
import { defineFormat, type ProjectModel } from '../../format'

/**
 * The whole project in one file, to hand to a colleague or to keep: an archive of the project's own files, sealed and with
 * the hash of each. It is made of one state of the project, whatever is changed while it is written.
 */
export const projectBundle = defineFormat({
  id: 'bundle',
  of: 'project',
  extension: bundleExtension,
  group: 'exchange',
  label: { en: 'Project bundle', 'zh-CN': '项目包' },
  hint: {
    en: 'One file that opens as this very project. Without the work of others it has no history.',
    'zh-CN': '一个文件，打开后就是这个项目。不含他人的工作时，也不含历史。'
  },
  options: ['originals', 'history', 'otherCoders'],
  preview: 'none',
  async write(model, options, sink) {
    const whole = await stateOf(model, sink.signal)
    const state = options.otherCoders ? whole : ownWork(whole, model.coder)
    // The journal holds the work of everybody.
    const history = options.history && options.otherCoders
    if (options.history && !history) sink.leftOut('history', model.page.change)
    const folder = await mkdtemp(join(tmpdir(), 'variorum-bundle-'))
    try {
      const bundled = { state, change: model.page.change }
      if (history) await writeWithHistory(model.folder, folder, bundled)
      else await writeWithoutHistory(folder, bundled, model.coder)
      sink.signal.throwIfAborted()
      const entries = bundleEntries({
        folder,
        project: model.folder,
        state,
        manifest: manifestOf(model, { ...options, history }),
        signal: sink.signal,
        missing: (kind) => sink.leftOut(kind === 'texts' ? 'textsDamaged' : 'originalsDamaged', 1)
      })
      let bytes = 0
      for await (const piece of sealedArchive(entries)) {
        bytes += piece.length
        if (bytes > bundleLimits.bytes)
          throw new Error('a bundle holds no more than 1 GB: leave the originals out')
        await sink.write(piece)
      }
    } finally {
      await rm(folder, { recursive: true, force: true }).catch(() => {})
    }
  }
})

function manifestOf(
  { info, coder, page }: ProjectModel,
  { originals, history, otherCoders }: Pick<BundleManifest, 'originals' | 'history' | 'otherCoders'>
): BundleManifest {
  const person: Coder | undefined = info.coders[coder]
  return {
    kind: 'variorum-bundle',
    format: 1,
    project: { id: info.id, name: info.name },
    made: page.made,
    change: page.change,
    version: page.version,
    coder: { id: coder, name: person?.name ?? '' },
    originals,
    history,
    otherCoders,
    files: {}
  }
}

/** All that the model holds, as one state. */
async function stateOf(model: ProjectModel, signal: AbortSignal): Promise<PlainState> {
  const annotations: [DocumentId, Record<AnnotationId, Annotation>][] = []
  for await (const { document, annotations: own } of model.annotations()) {
    signal.throwIfAborted()
    if (own.length > 0) annotations.push([document, Object.fromEntries(own.map((each) => [each.id, each]))])
  }
  const alignments = new Map<WorkId, Record<string, Alignment>>()
  for (const each of model.alignments) {
    const own = alignments.get(each.work) ?? {}
    own[alignmentKey(each.a, each.b)] = each
    alignments.set(each.work, own)
  }
  return {
    info: model.info,
    themes: model.themes,
    groups: model.groups,
    memos: Object.fromEntries(model.memos.map((memo) => [memo.id, memo])),
    documents: Object.fromEntries(model.documents),
    works: Object.fromEntries(model.works),
    annotations: Object.fromEntries(annotations),
    alignments: Object.fromEntries(alignments)
  }
}
