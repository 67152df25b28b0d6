import { type LinkTarget, writeLink } from '../../shared/memos/links'
import type { VariorumDocument } from '../../shared/model/document'
import { fold } from '../../shared/text/fold'
import { openJob, type RunningJob } from '../state/bridge'
import { currentProject } from '../state/project'
import { orderedThemes, pathName } from '../state/theme-names'

export interface Candidate {
  readonly target: LinkTarget
  readonly label: string
  /** The link as it is written into the text. */
  readonly link: string
}

const most = 8
/** What the letters before were asked about: more of them overtake it. */
let asked: RunningJob<'annotations.list'> | null = null

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
    const wantedOnes = { filter: { text: typed.trim() }, from: 0, most: most / 2, counted: false }
    asked?.cancel()
    const job = openJob('annotations.list', wantedOnes)
    asked = job
    const listed = await job.answer
    for (const { annotation } of listed.ok ? listed.value.annotations : [])
      add(
        { kind: 'passage', document: annotation.document, id: annotation.id },
        annotation.selector.exact.slice(0, 80)
      )
    add({ kind: 'formula', phrase: typed.trim() }, typed.trim())
  }
  return found
}
