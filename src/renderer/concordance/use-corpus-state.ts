import { useRef } from 'react'
import { useProject } from '../state/project'

/** A name that is another one whenever other words may stand in the corpus: other texts, or other names and formulae. */
export function useCorpusState(): string {
  const documents = useProject((project) => project.state.documents)
  const formulae = useProject((project) => project.state.info.formulae)
  const known = useRef({ documents, formulae, number: 1 })
  if (known.current.documents !== documents || known.current.formulae !== formulae)
    known.current = { documents, formulae, number: known.current.number + 1 }
  return `corpus ${known.current.number}`
}
