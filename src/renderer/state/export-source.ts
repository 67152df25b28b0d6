import type { ExportSource } from '../../shared/ipc/export-request'
import { navigate, type Route, useNavigation } from './navigation'

const allExcerpts: Extract<ExportSource, { readonly of: 'excerpts' }> = {
  of: 'excerpts',
  query: {},
  chosen: null
}

/** What a view offers beyond what its route says: what is ticked in it, which versions stand side by side. */
let offeredHere: () => readonly ExportSource[] = () => []

/** A view says what there is to export in it, the first of it meant. The function takes it back. */
export function reportExportSources(report: () => readonly ExportSource[]): () => void {
  offeredHere = report
  return () => {
    if (offeredHere === report) offeredHere = () => []
  }
}

/** What can be exported from a place, that which is meant there first. */
function exportSources(place: Route): readonly ExportSource[] {
  const sources = [...offeredHere(), ...ofPlace(place), allExcerpts, { of: 'codebook' }, { of: 'project' }]
  const seen = new Set<string>()
  return (sources as ExportSource[]).filter((each) => {
    const name = JSON.stringify(each)
    return !seen.has(name) && seen.add(name)
  })
}

function ofPlace(place: Route): readonly ExportSource[] {
  switch (place.name) {
    case 'annotations':
      return [{ of: 'excerpts', query: place.filter, chosen: null }]
    case 'reader': {
      const { document } = place
      return [
        { of: 'excerpts', query: { documents: [document] }, chosen: null },
        { of: 'document', document }
      ]
    }
    case 'themes':
      return [{ of: 'codebook' }]
    case 'formulae':
      return [{ of: 'formulae' }]
    case 'export':
      return place.sources
    default:
      return []
  }
}

/** The excerpts that are meant here: those that are ticked, those of the list or of the text, else all. */
export function excerptsHere(): Extract<ExportSource, { readonly of: 'excerpts' }> {
  const found = exportSources(useNavigation.getState().place).find((each) => each.of === 'excerpts')
  return found?.of === 'excerpts' ? found : allExcerpts
}

/** Goes to the export desk, with what is meant here or was asked for. Whoever is there already stays. */
export function goToExport(wanted?: ExportSource): void {
  const { place } = useNavigation.getState()
  if (place.name === 'export' && wanted === undefined) return
  const here = exportSources(place)
  const sources = wanted ? [wanted, ...here.filter((each) => !isSame(each, wanted))] : here
  navigate({ name: 'export', source: sources[0] ?? allExcerpts, sources })
}

function isSame(a: ExportSource, b: ExportSource): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
