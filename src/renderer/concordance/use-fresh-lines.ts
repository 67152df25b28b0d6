import { useEffect, useRef } from 'react'
import { useProject } from '../state/project'
import { concordance } from './concordance-desk'
import { lineAnswers } from './line-answers'

/** The lines follow the project: other texts are searched anew, other words too, and highlights that changed are asked for again. */
export function useFreshLines(): void {
  const changes = useProject((project) => project.changes)
  const documents = useProject((project) => project.state.documents)
  const formulae = useProject((project) => project.state.info.formulae)
  const realigned = useProject((project) => project.realigned)
  const known = useRef({ changes, documents, formulae, realigned })
  useEffect(() => {
    const before = known.current
    known.current = { changes, documents, formulae, realigned }
    if (before.documents !== documents || before.realigned !== realigned) lineAnswers.clear()
    // Names and formulae are words: other ones have other words beside a hit.
    if (before.documents !== documents || before.formulae !== formulae) void concordance.ask(true)
    else if (before.changes !== changes) concordance.refresh()
  }, [changes, documents, formulae, realigned])
}
