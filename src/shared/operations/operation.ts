import { z } from 'zod'
import { Alignment } from '../model/alignment'
import { Annotation } from '../model/annotation'
import { AttributeName, AttributeType } from '../model/attribute'
import { Coding } from '../model/coding'
import { Metadata, Original, Revision, VariorumDocument } from '../model/document'
import { CandidateKey, Dismissal, Formula, FormulaFacts, FormulaRendering } from '../model/formula'
import { Group } from '../model/group'
import {
  AnnotationId,
  CoderId,
  DocumentId,
  FormulaId,
  GroupId,
  MemoId,
  RenderingId,
  SavedQueryId,
  ThemeId,
  WorkId
} from '../model/ids'
import { Memo } from '../model/memo'
import { Coder, ProjectInfo } from '../model/project'
import { FindingDecision, FindingKey } from '../model/quality-finding'
import { SavedQuery } from '../model/saved-query'
import { textLimits } from '../model/text-limits'
import { Theme, themeFacts } from '../model/theme'
import { Work } from '../model/work'

const index = z.int().min(0)

/**
 * Preconditions: the texts that a change was made from, where it came from typing. It is refused where one of them is
 * another by now, so that a text that was not seen is not written over. Says nothing of undoing and replay.
 */
const expectedMemo = Memo.pick({ title: true, text: true })
  .extend({ phrase: z.string().max(textLimits.phrase) })
  .partial()
  .optional()
const expectedTheme = Theme.omit({ id: true, colour: true, parent: true, order: true }).partial().optional()

/** A change that touches one slice of the project and is not made of others. */
export const SimpleOperation = z.discriminatedUnion('type', [
  z.object({ type: z.literal('project.create'), info: ProjectInfo }),
  z.object({ type: z.literal('project.rename'), name: z.string().min(1).max(300) }),
  z.object({ type: z.literal('coder.add'), coder: Coder }),
  z.object({
    type: z.literal('coder.update'),
    id: CoderId,
    patch: Coder.omit({ id: true }).partial(),
    expected: Coder.pick({ name: true }).partial().optional()
  }),
  z.object({ type: z.literal('coder.remove'), id: CoderId }),

  /** Says what the values of an attribute are; null: text, as where nothing is said. */
  z.object({
    type: z.literal('attribute.define'),
    name: AttributeName,
    definition: AttributeType.nullable()
  }),

  z.object({ type: z.literal('query.add'), query: SavedQuery }),
  z.object({
    type: z.literal('query.update'),
    id: SavedQueryId,
    patch: SavedQuery.omit({ id: true, coder: true, created: true }).partial(),
    expected: SavedQuery.pick({ name: true, memo: true }).partial().optional()
  }),
  z.object({ type: z.literal('query.remove'), id: SavedQueryId }),

  z.object({ type: z.literal('formula.add'), formula: Formula }),
  z.object({
    type: z.literal('formula.update'),
    id: FormulaId,
    patch: FormulaFacts.partial(),
    expected: FormulaFacts.partial().optional()
  }),
  z.object({ type: z.literal('formula.remove'), id: FormulaId }),
  z.object({ type: z.literal('rendering.add'), formula: FormulaId, rendering: FormulaRendering }),
  /** `expected` is what was seen when it was decided: another decision meanwhile is a conflict. */
  z.object({
    type: z.literal('rendering.update'),
    formula: FormulaId,
    id: RenderingId,
    patch: FormulaRendering.omit({ id: true }).partial(),
    expected: FormulaRendering.pick({ status: true, words: true, note: true }).partial().optional()
  }),
  z.object({ type: z.literal('rendering.remove'), formula: FormulaId, id: RenderingId }),
  z.object({ type: z.literal('candidate.dismiss'), key: CandidateKey, dismissal: Dismissal }),
  z.object({ type: z.literal('candidate.restore'), key: CandidateKey }),
  /** Null: nothing is decided any more. */
  z.object({ type: z.literal('finding.decide'), key: FindingKey, decision: FindingDecision.nullable() }),

  z.object({ type: z.literal('theme.add'), theme: Theme.omit({ order: true }), index }),
  z.object({
    type: z.literal('theme.update'),
    id: ThemeId,
    patch: Theme.pick(themeFacts).partial(),
    expected: expectedTheme
  }),
  z.object({ type: z.literal('theme.move'), id: ThemeId, parent: ThemeId.nullable(), index }),
  z.object({ type: z.literal('theme.remove'), id: ThemeId }),
  z.object({ type: z.literal('codebook.replace'), themes: z.record(ThemeId, Theme) }),

  z.object({ type: z.literal('group.add'), group: Group }),
  z.object({ type: z.literal('group.update'), id: GroupId, patch: Group.omit({ id: true }).partial() }),
  z.object({ type: z.literal('group.remove'), id: GroupId }),

  z.object({ type: z.literal('memo.add'), memo: Memo }),
  z.object({
    type: z.literal('memo.update'),
    id: MemoId,
    patch: Memo.pick({ about: true, title: true, text: true, modified: true }).partial(),
    expected: expectedMemo
  }),
  z.object({ type: z.literal('memo.remove'), id: MemoId }),

  z.object({ type: z.literal('work.add'), work: Work }),
  z.object({ type: z.literal('work.update'), id: WorkId, patch: Work.omit({ id: true }).partial() }),
  z.object({ type: z.literal('work.remove'), id: WorkId }),

  z.object({ type: z.literal('document.add'), document: VariorumDocument }),
  z.object({ type: z.literal('document.update'), id: DocumentId, patch: Metadata.partial() }),
  z.object({ type: z.literal('document.furnish'), id: DocumentId, furniture: z.array(index) }),
  z.object({
    type: z.literal('document.revise'),
    id: DocumentId,
    revisions: z.array(Revision).min(1),
    furniture: z.array(index),
    words: index,
    original: Original
  }),
  z.object({ type: z.literal('document.remove'), id: DocumentId }),

  z.object({ type: z.literal('annotation.add'), annotation: Annotation }),
  z.object({
    type: z.literal('annotation.update'),
    document: DocumentId,
    id: AnnotationId,
    patch: Annotation.pick({
      selector: true,
      proposal: true,
      codings: true,
      quality: true,
      memo: true,
      parallel: true,
      modified: true
    }).partial(),
    expected: Annotation.pick({ memo: true }).partial().optional()
  }),
  z.object({ type: z.literal('annotation.remove'), document: DocumentId, id: AnnotationId }),
  /** Puts a theme on a passage; at the end of its codings where no index is given. */
  z.object({
    type: z.literal('coding.add'),
    document: DocumentId,
    id: AnnotationId,
    coding: Coding,
    index: index.optional(),
    modified: z.iso.datetime()
  }),
  z.object({
    type: z.literal('coding.remove'),
    document: DocumentId,
    id: AnnotationId,
    theme: ThemeId,
    coder: CoderId,
    modified: z.iso.datetime()
  }),

  z.object({ type: z.literal('alignment.set'), alignment: Alignment }),
  z.object({ type: z.literal('alignment.remove'), work: WorkId, a: DocumentId, b: DocumentId })
])
export type SimpleOperation = z.infer<typeof SimpleOperation>

/** What a batch was for; a key of the catalogue, so that the history reads well in each language. */
export const BatchLabel = z.enum([
  'import',
  'removeTheme',
  'removeDocument',
  'describe',
  'recode',
  'removeAnnotations',
  'mergeThemes',
  'splitTheme',
  'mergePassages',
  'splitPassage',
  'autocode',
  'align',
  'carry',
  'parallel',
  'gather',
  'furnish',
  'correct',
  'reimport',
  'settle',
  'restore',
  'takeFormulae',
  'decideRenderings',
  'mergeFormulae',
  'removeFormula',
  'dismissCandidates'
])
export type BatchLabel = z.infer<typeof BatchLabel>

export const Batch = z.object({
  type: z.literal('batch'),
  label: BatchLabel,
  operations: z.array(SimpleOperation).min(1)
})
export type Batch = z.infer<typeof Batch>

/** Every change there is to a project. */
export const Operation = z.union([SimpleOperation, Batch])
export type Operation = z.infer<typeof Operation>
