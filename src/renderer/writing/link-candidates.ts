import { type LinkTarget, writeLink } from '../../shared/memos/links'
import type { VariorumDocument } from '../../shared/model/document'
import { cutAtWord } from '../../shared/text/cut-at-word'
import { fold } from '../../shared/text/fold'
import { callUntil } from '../state/call-until'
import { i18n } from '../state/i18n'
import { currentProject } from '../state/project'
import { orderedThemes, pathName } from '../state/theme-names'

export interface Candidate {
  readonly target: LinkTarget
  readonly label: string
  /** What tells it from another of the same name: date, publisher and kind of a text; the text of a passage. */
  readonly about: string
  /** The link as it is written into the text. */
  readonly link: string
}

const most = 8
const mostOfLabel = 80
/** What `[[` and some letters may mean: themes, texts, passages with these words, and the words as a formula. */
export async function linkCandidates(typed: string, signal: AbortSignal): Promise<Candidate[]> {
  const { themes, documents } = currentProject().state
  const wanted = fold(typed.trim()).text
  const fits = (name: string) => fold(name).text.includes(wanted)
  const found: Candidate[] = []
  const add = (target: LinkTarget, label: string, about = '') => {
    const cut = cutAtWord(label, mostOfLabel)
    found.push({ target, label: cut, about, link: writeLink(target, cut) })
  }
  for (const { id, name } of orderedThemes(themes))
    if (found.length < most / 2 && fits(pathName(themes, id)))
      add({ kind: 'theme', id }, name, pathName(themes, id) === name ? '' : pathName(themes, id))
  for (const document of Object.values<VariorumDocument>(documents))
    if (found.length < most && fits(document.title))
      add({ kind: 'document', id: document.id }, document.title, factsOf(document))
  if (wanted.length >= 2) {
    const wantedOnes = { filter: { text: typed.trim() }, from: 0, most: most / 2, counted: false }
    const listed = await callUntil(signal, 'annotations.list', wantedOnes)
    for (const { annotation, place } of listed.ok ? listed.value.annotations : [])
      add(
        { kind: 'passage', document: annotation.document, id: annotation.id },
        annotation.selector.exact,
        [documents[annotation.document]?.title, place].filter(Boolean).join(' · ')
      )
    add({ kind: 'formula', phrase: typed.trim() }, typed.trim())
  }
  return found
}

function factsOf({ published, publisher, rendering, language }: VariorumDocument): string {
  const kind = rendering === 'unknown' ? '' : i18n.t(`rendering.${rendering}`)
  return [published?.date, publisher, kind, language].filter(Boolean).join(' · ')
}
