import { z } from 'zod'
import { exportSubjects } from '../export/export-format-info'
import { ExportOptions } from '../export/export-options'
import { AnnotationId, DocumentId } from '../model/ids'
import { AnnotationQuery } from './annotation-query'

const formatName = z.string().min(1).max(60)
/** What is not said has its default. */
const asked = { format: formatName, options: ExportOptions.partial() }

/** What is to be written, of what, and how. */
export const ExportRequest = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('excerpts'),
    ...asked,
    query: AnnotationQuery,
    /** Of those that the query lets through only these; all where it is null. */
    chosen: z.array(AnnotationId).min(1).max(500_000).nullable()
  }),
  z.object({
    of: z.literal('work'),
    ...asked,
    /** The base first. */
    documents: z.array(DocumentId).min(2).max(4),
    /** The version that the others are held against; null where no findings are wanted. */
    from: DocumentId.nullable()
  }),
  z.object({ of: z.literal('codebook'), ...asked }),
  z.object({ of: z.literal('document'), ...asked, document: DocumentId }),
  z.object({
    of: z.literal('concordance'),
    ...asked,
    /** An open concordance of the window, its query, and the steps of its trail in words. */
    id: z.string().min(1).max(64),
    asked: z.string().max(4000),
    steps: z.array(z.string().max(25_000)).max(200),
    /** Whether what answers in other versions is written too. */
    answers: z.boolean()
  }),
  z.object({ of: z.literal('project'), ...asked }),
  /** By the name that a check of a manuscript was given. */
  z.object({ of: z.literal('quotations'), ...asked, check: z.string().min(1).max(64) }),
  z.object({ of: z.literal('formulae'), ...asked }),
  /** What is found in the wording of a version. */
  z.object({ of: z.literal('quality'), ...asked, document: DocumentId })
])
export type ExportRequest = z.infer<typeof ExportRequest>

/** What is to be written, without how. */
export type ExportSource = ExportRequest extends infer Each
  ? Each extends ExportRequest
    ? Omit<Each, 'format' | 'options'>
    : never
  : never

/** How a kind of export was done last, and settings that have a name. */
export const ExportSettings = z.object({ format: formatName, options: ExportOptions.partial() })
export type ExportSettings = z.infer<typeof ExportSettings>

const subject = z.enum(exportSubjects)
const presetName = z.string().trim().min(1).max(100)

export const ExportPreset = z.object({ name: presetName, of: subject, ...ExportSettings.shape })
export type ExportPreset = z.infer<typeof ExportPreset>

/** So many presets are kept. */
export const mostPresets = 200

export const KeptExports = z.object({
  last: z.partialRecord(subject, ExportSettings),
  /** The options of each format as they were last, by `excerpts/docx`. */
  options: z.record(z.string().max(100), ExportOptions.partial()).default({}),
  presets: z.array(ExportPreset).max(mostPresets)
})
export type KeptExports = z.infer<typeof KeptExports>

/** What a window wants done with the presets; null to be told of them. A preset of a name takes the place of the one before. */
export const PresetChange = z
  .discriminatedUnion('do', [
    z.object({ do: z.literal('keep'), preset: ExportPreset }),
    z.object({ do: z.literal('drop'), of: subject, name: presetName })
  ])
  .nullable()
export type PresetChange = z.infer<typeof PresetChange>
