import { z } from 'zod'
import { Draft, DraftTarget } from '../drafts/draft'
import { Metadata, Rendering } from '../model/document'
import {
  AnnotationId,
  CoderId,
  ContentHash,
  DocumentId,
  DraftId,
  ProjectId,
  ThemeId,
  WorkId
} from '../model/ids'
import { Span } from '../model/offsets'
import { QualityMark } from '../model/quality'
import { SheetColumns } from '../model/sheet-columns'
import { Theme } from '../model/theme'
import { UiStatePatch } from '../model/ui-state'
import { Edit } from '../operations/edit'
import { Operation } from '../operations/operation'
import { Pattern } from '../search/pattern'
import { AnnotationQuery } from './annotation-query'
import { AnnotationArrangement } from './annotation-view'
import { ChartFile } from './chart-file'
import { concordanceMethods } from './concordance-requests'
import { ExportRequest, PresetChange } from './export-request'
import { formulaMethods } from './formula-requests'
import { Preferences } from './preferences'
import { qualityMethods } from './quality-requests'
import { recycledMethods } from './recycled-requests'

/**
 * What a window may ask of the main process: method -> schema of its input. Every message is parsed by its schema
 * before anything looks at it. What each method answers is in `answers.ts`; answers come from our own code and are
 * held by types alone.
 */
const path = z.string().min(1).max(4096)
const nothing = z.null()

/** The name that a window gives to a call that may take long. */
export const JobName = z.string().min(1).max(100)
const backupName = z.string().max(200)

/** A passage that autocoding proposes. */
const AutocodePassage = z.object({
  document: DocumentId,
  /** The state of the text that it was found in: in another, other words stand there. */
  revision: ContentHash,
  start: z.int().min(0),
  end: z.int().min(1)
})

const named = z.object({ document: DocumentId, id: AnnotationId })

/** What one check of a manuscript is called. */
const checkName = z.string().min(1).max(64)
const rowsName = z.string().max(40)
/** A comparison, and the state of its rows that the window has. */
const compared = z.object({ documents: z.array(DocumentId).min(1).max(4), known: rowsName.nullable() })

export const ImportChoice = z.object({
  key: z.string().max(64),
  /** The reading that it was decided on: where the file has been read otherwise since, it is refused. */
  reading: z.int().min(0),
  metadata: Metadata.omit({ works: true }),
  work: z.union([z.object({ id: WorkId }), z.object({ title: z.string().min(1).max(2000) })]).nullable(),
  furniture: z.array(z.int().min(0))
})
export type ImportChoice = z.infer<typeof ImportChoice>

/** What the reader decided about something that a file says of a text; a codebook is of none. */
export const SidecarChoice = z.object({
  key: z.string().max(64),
  text: z.union([z.object({ document: DocumentId }), z.object({ key: z.string().max(64) })]).nullable(),
  replace: z.boolean()
})
export type SidecarChoice = z.infer<typeof SidecarChoice>

/** A work as a hand puts it together. */
const gathered = z.object({
  title: z.string().min(1).max(2000),
  versions: z.array(z.object({ document: DocumentId, rendering: Rendering })).max(1000)
})

export const methods = {
  'app.start': nothing,
  'app.setPreferences': Preferences.partial(),
  'app.ready': nothing,
  'app.draftsFlushed': nothing,
  'app.newWindow': nothing,
  'app.licences': nothing,

  'job.cancel': JobName,

  'uiState.read': nothing,
  'uiState.patch': UiStatePatch,

  'drafts.keep': z.object({
    project: ProjectId,
    drafts: z.array(Draft).max(300),
    dropped: z.array(DraftId).max(300)
  }),
  'drafts.adopt': nothing,
  'drafts.stored': DraftTarget,

  'project.new': z.object({ name: z.string().min(1).max(300), folder: path.optional() }),
  'project.open': z.object({
    folder: path.optional(),
    how: z.enum(['write', 'read', 'takeOver']).optional()
  }),
  'project.sample': nothing,
  /** With the highlights of the sample coders, or texts and themes alone. */
  'project.freshSample': z.object({ coded: z.boolean() }),
  'project.do': Operation,
  'project.edit': Edit,
  'project.undo': nothing,
  'project.redo': nothing,
  'project.removeTheme': z.object({
    id: ThemeId,
    removal: z.union([z.enum(['unlink', 'delete']), z.object({ moveTo: ThemeId })])
  }),
  'project.countsUnder': nothing,
  'project.countUnder': ThemeId,
  'project.mergeThemes': z.object({ from: ThemeId, into: ThemeId }),
  'project.splitTheme': z.object({
    from: ThemeId,
    theme: Theme.omit({ order: true }),
    annotations: z.array(AnnotationId).max(500_000)
  }),
  'project.removeDocuments': z.array(DocumentId).min(1).max(20_000),
  'project.setCoder': CoderId,
  'project.verify': nothing,
  'project.repair': z.object({ folder: path.optional() }),
  'project.retry': nothing,
  'project.history': z.object({
    from: z.object({ seq: z.int().min(1), inEffect: z.int().min(0) }).nullable()
  }),
  /** `seen`: the last change that whoever asks knows of; with a newer one nothing is done. */
  'project.goTo': z.object({ seq: z.int().min(0), seen: z.int().min(0) }),
  'project.restoreState': z.object({ seq: z.int().min(1), seen: z.int().min(0) }),
  'project.backups': nothing,
  'project.chooseBackupPlace': nothing,
  'project.stopBackupPlace': nothing,
  'project.openBackup': nothing,
  'project.openBundle': z.object({ file: path.optional(), again: z.boolean().optional() }),
  'project.backUp': nothing,
  'project.previewRestore': backupName,
  'project.restore': backupName,

  /** `known`: the revision whose text the window has still. `held`: it has the highlights too, as they were when it left them. */
  'document.subscribe': z.object({
    document: DocumentId,
    known: ContentHash.nullable(),
    held: z.boolean().optional()
  }),
  'document.readRevision': z.object({ document: DocumentId, revision: ContentHash }),
  'document.correct': z.object({
    document: DocumentId,
    /** The state of the text that the block is of: another is refused. */
    revision: ContentHash,
    block: z.int().min(0),
    text: z.string().max(2_000_000)
  }),
  'document.planReimport': z.object({ document: DocumentId, path: path.optional() }),
  'document.reimport': DocumentId,
  'document.unsubscribe': DocumentId,
  /** A text is likely to be opened next: it is read beforehand. */
  'document.prefetch': DocumentId,
  'document.find': z.object({ document: DocumentId, pattern: Pattern }),

  /**
   * A page: the rows from the one after `from` on, `most` of them. Where `counted` is false they are not counted, and come
   * in the order of the texts; `context` asks for the sentence about each.
   */
  'annotations.list': z.object({
    filter: AnnotationQuery,
    from: z.int().min(0),
    most: z.int().min(1).max(2000),
    counted: z.boolean(),
    arrangement: AnnotationArrangement.optional(),
    context: z.boolean().optional()
  }),
  /** All that a filter lets through, by name. */
  'annotations.names': AnnotationQuery,
  'annotations.recode': z.object({
    annotations: z.array(named).min(1).max(500_000),
    add: z.array(ThemeId),
    remove: z.array(ThemeId),
    mark: z.array(QualityMark),
    unmark: z.array(QualityMark)
  }),
  'annotations.remove': z.array(named).min(1).max(500_000),
  'autocode.preview': z.object({
    pattern: Pattern,
    documents: z.array(DocumentId).nullable(),
    unit: z.enum(['passage', 'sentence', 'block']),
    furniture: z.boolean()
  }),
  'autocode.apply': z.object({
    passages: z.array(AutocodePassage).min(1).max(200_000),
    theme: z.union([z.object({ id: ThemeId }), z.object({ name: z.string().trim().min(1).max(200) })])
  }),
  'memos.list': nothing,
  'memos.mentioning': z.union([
    z.object({ kind: z.enum(['passage', 'theme', 'document']), id: z.string().max(64) }),
    z.object({ kind: z.literal('formula'), phrase: z.string().max(500) })
  ]),
  ...concordanceMethods,
  ...formulaMethods,
  ...qualityMethods,
  ...recycledMethods,
  'work.setVersions': z.object({
    /** Null for a new one. */
    id: WorkId.nullable(),
    ...gathered.shape,
    /** What it was when the hand began; null for a new one. */
    seen: gathered.nullable()
  }),
  'work.propose': nothing,
  'work.release': z.array(DocumentId).max(20_000),
  'compare.rows': compared,
  'compare.findings': z.object({
    from: DocumentId,
    /** The state of the rows, and which of them; all where it is null. */
    of: rowsName,
    rows: z.object({ from: z.int().min(0), count: z.int().min(0) }).nullable()
  }),
  'compare.renderings': z.object({
    document: DocumentId,
    passage: Span,
    /** The annotation that the passage is of, if of one. */
    annotation: AnnotationId.nullable()
  }),
  'parallel.carry': z.object({
    document: DocumentId,
    annotation: AnnotationId,
    to: z
      .array(
        z.union([
          /** A place is one of the text that it was seen in. */
          z.object({ document: DocumentId, revision: ContentHash, at: Span }),
          z.object({ document: DocumentId, annotation: AnnotationId })
        ])
      )
      .min(1)
      .max(100)
  }),
  'parallel.linkAnswering': z.array(DocumentId).min(2).max(4),
  'compare.correct': z.object({
    /** The comparison that it is corrected in: the rows that change are answered. */
    shown: compared,
    /** The states of the texts that the links were seen in: of others the sentences are not known. */
    seen: z.array(z.object({ document: DocumentId, revision: ContentHash })).max(4),
    base: DocumentId,
    corrections: z
      .array(
        z.object({
          version: DocumentId,
          links: z.array(z.object({ a: z.array(Span).max(5000), b: z.array(Span).max(5000) })).max(2000)
        })
      )
      .min(1)
      .max(3)
  }),

  /** Asks for a manuscript; null where none was chosen. */
  'quotations.choose': nothing,
  /** A file, or text that was pasted. */
  'quotations.check': z.union([
    z.array(path).min(1).max(1000),
    z.object({ text: z.string().max(20_000_000) })
  ]),
  /** The citations of a report, in the style that is chosen now: it comes without any. */
  'quotations.cite': z.object({ check: checkName }),

  'import.choose': z.enum(['files', 'folder']),
  'import.read': z.array(path).max(10_000),
  'import.files': z.object({ after: z.int().min(0) }),
  'import.readAgain': z.object({
    key: z.string().max(64),
    /** The reading that the window shows. */
    reading: z.int().min(0),
    options: z.object({
      encoding: z.string().max(40).optional(),
      columns: SheetColumns.optional(),
      chapters: z.boolean().optional()
    })
  }),
  'import.commit': z.object({
    texts: z.array(ImportChoice).max(20_000),
    sidecars: z.array(SidecarChoice).max(50_000)
  }),
  'import.matches': nothing,
  'import.paste': nothing,
  'import.report': nothing,
  'import.cancel': nothing,

  'export.formats': nothing,
  'export.preview': ExportRequest,
  'export.save': ExportRequest,
  /** Puts excerpts on the clipboard; the settings are remembered where they were chosen. */
  'export.copy': z.object({ request: ExportRequest, remember: z.boolean() }),
  'export.presets': PresetChange,
  /** Asks where to; null where nobody says. */
  'export.chart': ChartFile,
  /** The path of an export that was saved since the app was started: its folder is opened. */
  'export.showInFolder': path,
  'citation.styles': nothing,
  /** Asks for a file where none is named. */
  'citation.openStyle': z.object({ path: path.optional() }),
  'citation.preview': z.object({
    style: z.string().min(1).max(300),
    language: z.enum(['en', 'zh-CN']),
    metadata: Metadata.omit({ works: true })
  }),

  /** A passage with its citation, as the window sees it: where other words stand there by now it is refused. */
  'clipboard.passage': z.object({
    document: DocumentId,
    start: z.int().min(0),
    end: z.int().min(0),
    quote: z.string().min(1).max(5_000_000)
  }),
  'clipboard.write': z.string().max(5_000_000)
} as const

export type Methods = typeof methods
export type Method = keyof Methods
export type Input<M extends Method> = z.infer<Methods[M]>
