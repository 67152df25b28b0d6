import { useMemo } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import { useProject } from '../state/project'

/** The names of all attributes that texts of the project have, in alphabetical order. */
export function useAttributeNames(): readonly string[] {
  const documents = useProject((project) => project.state.documents)
  return useMemo(() => {
    const names = new Set<string>()
    for (const { attributes } of Object.values<VariorumDocument>(documents))
      for (const name in attributes) names.add(name)
    return [...names].sort((a, b) => a.localeCompare(b))
  }, [documents])
}

/** The values that a fact of texts has in the project, each once, in alphabetical order. */
export function useFactValues(fact: string): readonly string[] {
  const documents = useProject((project) => project.state.documents)
  return useMemo(() => {
    const values = new Set<string>()
    for (const document of Object.values<VariorumDocument>(documents)) values.add(factOf(document, fact))
    return [...values].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))
  }, [documents, fact])
}

/** What a text says of a fact; empty where it says nothing. `attribute:Name` is one of the project's own. */
function factOf(document: VariorumDocument, fact: string): string {
  if (fact.startsWith('attribute:')) return document.attributes[fact.slice('attribute:'.length)] ?? ''
  switch (fact) {
    case 'language':
      return document.language
    case 'year':
      return document.published?.date.slice(0, 4) ?? ''
    case 'publisher':
      return document.publisher
    case 'kind':
      return document.rendering
    default:
      return ''
  }
}
