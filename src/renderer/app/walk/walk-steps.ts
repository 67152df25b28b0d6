import type { VariorumDocument } from '../../../shared/model/document'
import type { AnnotationId } from '../../../shared/model/ids'
import { goToExport } from '../../state/export-source'
import { navigate, useNavigation } from '../../state/navigation'
import { currentProject, type OpenProject, until } from '../../state/project'

/** One step of the walk: where it leads, and what of the window it speaks of. */
export interface WalkStep {
  readonly id: StepId
  /** Selectors of what it speaks of; the first that is in the window counts. */
  readonly targets: readonly string[]
  readonly go: () => void
}

const stepIds = [
  'works',
  'reading',
  'card',
  'coding',
  'comparing',
  'differences',
  'annotations',
  'concordance',
  'export',
  'help'
] as const
export type StepId = (typeof stepIds)[number]

/** A text to show: one of several versions, with as many highlights as any. */
function example({ state, counts }: OpenProject): VariorumDocument | null {
  const all = Object.values<VariorumDocument>(state.documents)
  const hasOthers = ({ id, works }: VariorumDocument) =>
    all.some((other) => other.id !== id && other.works.some((work) => works.includes(work)))
  const most = (document: VariorumDocument) => counts.documents[document.id] ?? 0
  const [first] = all.filter((each) => hasOthers(each) && most(each) > 0).sort((a, b) => most(b) - most(a))
  return first ?? null
}

/** Whether the open project has what the walk shows: a text in several versions, with highlights. */
export function hasExample(): boolean {
  return example(currentProject()) !== null
}

function openExample(annotation?: AnnotationId): void {
  const document = example(currentProject())
  if (document) navigate({ name: 'reader', document: document.id, ...(annotation && { annotation }) })
}

/** Opens the example at its first highlight, as soon as this window knows of any: the text may be on its way still. */
function openFirstHighlight(): void {
  openExample()
  const document = example(currentProject())?.id
  if (document === undefined) return
  const first = ({ passages }: OpenProject) => passages[document]?.ordered[0]?.id
  void until(
    (project) => first(project) !== undefined,
    () => {
      const { place } = useNavigation.getState()
      if (place.name === 'reader' && place.document === document) openExample(first(currentProject()))
    }
  )
}

export const walkSteps: readonly WalkStep[] = [
  { id: 'works', targets: ['.documents .work-row', '.documents'], go: () => navigate({ name: 'library' }) },
  { id: 'reading', targets: ['.text .mark'], go: () => openExample() },
  {
    id: 'card',
    targets: ['[data-annotation-card].on', '[data-annotation-card]', '.lane', '.text .mark'],
    go: openFirstHighlight
  },
  { id: 'coding', targets: ['.text .mark', '.text'], go: () => openExample() },
  {
    id: 'comparing',
    targets: ['.compare-row:has(.lucide-check)', '.compare-row'],
    go: () => {
      const work = example(currentProject())?.works[0]
      if (work) navigate({ name: 'compare', work })
    }
  },
  { id: 'differences', targets: ['.part-bar', '.compare-bar'], go: () => undefined },
  {
    id: 'annotations',
    targets: ['.annotation-list li', '.annotation-table tbody tr'],
    go: () => navigate({ name: 'annotations', filter: {} })
  },
  {
    id: 'concordance',
    targets: ['.row-line', '.query-box'],
    go: () => navigate({ name: 'concordance', words: '最多跑一次' })
  },
  { id: 'export', targets: ['.export-formats', '.export-preview'], go: () => goToExport() },
  { id: 'help', targets: ['.palette-button'], go: () => navigate({ name: 'library' }) }
]
