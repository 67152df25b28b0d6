import { leastKinship, likeness } from '../../shared/alignment/likeness'
import type { CandidateText } from '../../shared/alignment/version-candidates'
import { alignableSentences } from '../../shared/alignment/versions'
import type { IncomingMatches } from '../../shared/ipc/import-answers'
import type { DocumentId } from '../../shared/model/ids'
import { canonicalText } from '../../shared/text/canonical'
import { alike, signature } from '../../shared/text/minhash'
import type { IncomingText } from '../import/read-files'
import type { Session } from '../project/session'
import type { Aligner } from '../workers/aligner'
import { readVersion, sentenceTexts } from './version'

/** More texts than this are not held against each other: it would take longer than reading them. */
const mostTexts = 1500
/** Texts that have so many of their shingles in common are the same in other clothes. */
const nearlyTheSame = 0.8

interface Held extends CandidateText {
  readonly key: string | null
  readonly document: DocumentId | null
  readonly sentences: readonly string[]
}

/**
 * What texts on their way in have to do with each other and with those of the project: which are nearly the same, and
 * which look like versions of one text.
 */
export async function detectDuplicates(
  session: Session,
  aligner: Aligner,
  incoming: ReadonlyMap<string, IncomingText>
): Promise<IncomingMatches> {
  const held = [...incomingTexts(incoming), ...(await projectTexts(session, mostTexts - incoming.size))]
  if (held.length > mostTexts) return { near: [], groups: [] }
  const near = nearOnes(held)
  const same = new Set(near.map(({ key }) => key))
  const groups = new Map<string, { keys: Set<string>; documents: Set<DocumentId>; likeness: number }>()
  for (const { a, b } of await aligner.likelyKin(held)) {
    const [one, other] = [held[a], held[b]]
    if (!one || !other || (one.key === null && other.key === null)) continue
    if (one.key !== null && same.has(one.key) && other.key === null) continue
    const languages = { languageA: one.language, languageB: other.language }
    const links = await aligner.align(one.sentences, other.sentences, languages, { priority: 'background' })
    const share = likeness(links)
    if (share < leastKinship) continue
    const names = [one, other].map((each) => each.key ?? each.document ?? '')
    const known = names.flatMap((name) => groups.get(name) ?? [])
    const joined = {
      keys: new Set([
        ...known.flatMap((each) => [...each.keys]),
        ...[one, other].flatMap((each) => each.key ?? [])
      ]),
      documents: new Set([
        ...known.flatMap((each) => [...each.documents]),
        ...[one, other].flatMap((each) => each.document ?? [])
      ]),
      likeness: Math.min(share, ...known.map((each) => each.likeness))
    }
    for (const name of [...joined.keys, ...joined.documents]) groups.set(name, joined)
  }
  return {
    near,
    groups: [...new Set(groups.values())].map((group) => ({
      keys: [...group.keys],
      documents: [...group.documents],
      likeness: group.likeness
    }))
  }
}

function incomingTexts(incoming: ReadonlyMap<string, IncomingText>): Held[] {
  return Array.from(incoming, ([key, { blocks, language, published, event }]) => {
    const furniture = blocks.flatMap((block, at) => (block.furniture ? [at] : []))
    const numbered = blocks.map((block) => ({ ...block, number: null }))
    const text = canonicalText(blocks)
    return {
      key,
      document: null,
      language,
      text: blocks.flatMap((block) => (block.furniture ? [] : [block.text])).join('\n'),
      dates: [published?.date, event?.date].flatMap((date) => (date?.length === 10 ? [date] : [])),
      sentences: alignableSentences(numbered, furniture).map(({ start, end }) => text.slice(start, end))
    }
  })
}

async function projectTexts(session: Session, most: number): Promise<Held[]> {
  if (session.state.documents.size > most) return []
  const held: Held[] = []
  for (const document of session.state.documents.values()) {
    const version = await readVersion(session, document.id)
    if (!version.ok) continue
    const sentences = sentenceTexts(version.value)
    held.push({
      key: null,
      document: document.id,
      language: document.language,
      text: sentences.join('\n'),
      dates: [document.published?.date, document.event?.date].flatMap((date) =>
        date?.length === 10 ? [date] : []
      ),
      sentences
    })
  }
  return held
}

/** For each text on its way in the one that it is nearly the same as, if there is one before it or in the project. */
function nearOnes(held: readonly Held[]): IncomingMatches['near'][number][] {
  const signed = held.map((each) => signature(each.text))
  return held.flatMap(({ key }, at) => {
    const own = signed[at]
    if (key === null || !own) return []
    const best = held
      .map((other, index) => ({ other, share: index === at ? 0 : alike(own, signed[index] ?? own), index }))
      .filter(({ other, index, share }) => share >= nearlyTheSame && (other.key === null || index < at))
      .sort((a, b) => b.share - a.share)[0]
    return best ? [{ key, of: best.other.key, document: best.other.document, share: best.share }] : []
  })
}
