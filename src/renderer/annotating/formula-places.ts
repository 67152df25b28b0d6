import { useEffect } from 'react'
import { create } from 'zustand'
import type { FormulaPlace } from '../../shared/formulae/formula-answers'
import type { DocumentId } from '../../shared/model/ids'
import { usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { type Caret, useSurface } from '../state/surface'
import { useAnswer } from '../state/use-answer'

interface ShownFormulae {
  /** Where formulae stand in the texts on the screen; empty where they are not shown. */
  readonly places: ReadonlyMap<DocumentId, readonly FormulaPlace[]>
  /** The place whose entry is open, and whether a key opened it: it takes the focus then. */
  readonly card: FormulaHere | null
  /** The picker that makes a formula or a rendering of the selected words is open. */
  readonly isPicking: boolean
}

export interface FormulaHere {
  readonly document: DocumentId
  readonly place: FormulaPlace
  readonly byKey: boolean
}

const nowhere: ShownFormulae['places'] = new Map()

export const useShownFormulae = create<ShownFormulae>(() => ({
  places: nowhere,
  card: null,
  isPicking: false
}))

/** The texts are drawn before anything is asked about their formulae. */
const pauseMs = 150

/** Keeps the places of formulae in step with the texts on the screen and with the register. */
export function useFormulaPlaces(): void {
  const documents = useSurface((state) => state.surface?.documents)
  const texts = useProject((project) => project.texts)
  const formulae = useProject((project) => project.state.info.formulae)
  const isWanted = usePreferences((state) => state.reading.formulae) && Object.keys(formulae).length > 0
  const revisions = (documents ?? []).map((id) => texts[id]?.revision ?? '').join(' ')
  const asked = isWanted && documents ? { documents: [...documents] } : undefined
  const again = useAgain(formulae, revisions)
  const { latest } = useAnswer('formulae.inTexts', asked, { again, pauseMs })
  useEffect(() => {
    const places = new Map(
      (latest ?? []).flatMap(({ document, text, places: own }) =>
        texts[document]?.revision === text ? [[document, own] as const] : []
      )
    )
    useShownFormulae.setState({ places: places.size > 0 ? places : nowhere })
  }, [latest, texts])
  useEffect(() => () => useShownFormulae.setState({ places: nowhere, card: null, isPicking: false }), [])
}

/** The formula at a place: of several the shortest. */
export function formulaAt({ document, offset }: Caret): FormulaHere | null {
  const own = useShownFormulae.getState().places.get(document) ?? []
  const here = own.filter(({ start, end }) => start <= offset && offset <= end)
  const [place] = here.sort((a, b) => a.end - a.start - (b.end - b.start))
  return place ? { document, place, byKey: false } : null
}

let last: { readonly formulae: object; readonly revisions: string } = { formulae: {}, revisions: '' }

/** One object for a state of the register and of the texts. */
function useAgain(formulae: object, revisions: string): object {
  if (last.formulae !== formulae || last.revisions !== revisions) last = { formulae, revisions }
  return last
}
