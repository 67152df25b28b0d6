import { currentText } from '../../shared/model/current-text'
import { canonicalText } from '../../shared/text/canonical'
import type { ReadFile, ReadSidecar } from '../import/read-files'
import { type Candidate, Candidates, type MatchedBy, quotesIn, telling } from '../import/sidecars/match'
import { EntityGuids } from '../project/entity-guid'
import type { Session } from '../project/session'

/** The text that a sidecar is taken to speak of, and by what that was known. */
export interface SidecarMatch {
  readonly text: Candidate['text']
  readonly by: MatchedBy
}

/** So many texts are searched for the quotes of sidecars that do not say which text they are on. */
const mostSearched = 3000

/**
 * For each sidecar the text that it speaks of: one of the project or one on its way in, by DOI, address, title or name
 * of the file, else by its quotes, most of which have to stand in one text and no other. Null where none is sure.
 */
export async function matchSidecar(
  session: Session,
  incoming: ReadonlyMap<string, ReadFile>,
  sidecars: readonly ReadSidecar[]
): Promise<(SidecarMatch | null)[]> {
  if (sidecars.length === 0) return []
  const { documents, info } = session.state
  const guids = new EntityGuids(info.id)
  const there: Candidate[] = [...documents.values()].map((document) => {
    const { id, title, source, csl, attributes, original } = document
    const doi = csl.DOI ?? attributes.DOI ?? ''
    const guid = guids.of('document', document)
    return { text: { document: id }, title, source, doi, fileName: original.name, guid }
  })
  const coming = [...incoming].flatMap(([key, { result, name, known }]): Candidate[] => {
    if (!result.ok || known !== null) return []
    const { title, source, attributes, guid } = result.value
    return [{ text: { key }, title, source, doi: attributes.DOI ?? '', fileName: name, guid }]
  })
  const candidates = new Candidates([...there, ...coming])
  const open = { texts: null as Map<Candidate, string> | null }
  const found: (SidecarMatch | null)[] = []
  for (const { about } of sidecars) {
    const match = about.kind === 'codebook' ? null : candidates.match(about.of)
    if (match) found.push({ text: match.candidate.text, by: match.by })
    else if (about.kind !== 'highlights' || telling(about.quotes).length === 0) found.push(null)
    else {
      open.texts ??= await textsOf(session, [...coming, ...there].slice(0, mostSearched), incoming)
      found.push(byQuotes(open.texts, about.quotes))
    }
  }
  return found
}

function byQuotes(
  texts: ReadonlyMap<Candidate, string>,
  quotes: Parameters<typeof quotesIn>[1]
): SidecarMatch | null {
  const counts = Array.from(texts, ([candidate, text]) => ({ candidate, count: quotesIn(text, quotes) }))
  const [best, next] = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
  const enough = Math.ceil(telling(quotes).length / 2)
  if (!best || best.count < enough || next?.count === best.count) return null
  return { text: best.candidate.text, by: 'quotes' }
}

async function textsOf(
  session: Session,
  candidates: readonly Candidate[],
  incoming: ReadonlyMap<string, ReadFile>
): Promise<Map<Candidate, string>> {
  const texts = new Map<Candidate, string>()
  for (const candidate of candidates) {
    const { text } = candidate
    if ('key' in text) {
      const result = incoming.get(text.key)?.result
      if (result?.ok) texts.set(candidate, canonicalText(result.value.blocks))
      continue
    }
    const document = session.state.documents.get(text.document)
    const read = document ? await session.contents.text(currentText(document)) : null
    if (read?.ok) texts.set(candidate, canonicalText(read.value.blocks))
  }
  return texts
}
