import { type LinkTarget, writeLink } from '../../shared/memos/links'
import type { VariorumDocument } from '../../shared/model/document'
import { fold } from '../../shared/text/fold'
import { call } from '../app/api/bridge'
import { currentProject } from '../app/api/project'
import { orderedThemes, pathName } from '../app/api/theme-names'

export interface Candidate {
  readonly target: LinkTarget
  readonly label: string
  /** The link as it is written into the text. */
  readonly link: string
}

const most = 8

/** What `[[` and some letters may mean: themes, texts, passages with these words, and the words as a formula. */
export async function linkCandidates(typed: string): Promise<Candidate[]> {
  const { themes, documents } = currentProject().state
  const wanted = fold(typed.trim()).text
  const fits = (name: string) => fold(name).text.includes(wanted)
  const found: Candidate[] = []
  const add = (target: LinkTarget, label: string) =>
    found.push({ target, label, link: writeLink(target, label) })
  for (const { id, name } of orderedThemes(themes))
    if (found.length < most / 2 && fits(pathName(themes, id))) add({ kind: 'theme', id }, name)
  for (const { id, title } of Object.values<VariorumDocument>(documents))
    if (found.length < most && fits(title)) add({ kind: 'document', id }, title)
  if (wanted.length >= 2) {
    const listed = await call('annotations.list', { text: typed.trim() })
    for (const { annotation } of listed.ok ? listed.value.slice(0, most / 2) : [])
      add(
        { kind: 'passage', document: annotation.document, id: annotation.id },
        annotation.selector.exact.slice(0, 80)
      )
    add({ kind: 'formula', phrase: typed.trim() }, typed.trim())
  }
  return found
}
