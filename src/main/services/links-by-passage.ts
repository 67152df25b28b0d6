import type { Link } from '../../shared/model/alignment'
import type { Span } from '../../shared/model/offsets'
import type { ProjectState } from '../../shared/model/state'
import { firstEndingAfter } from '../../shared/text/canonical'
import type { MadeLink } from './link-origin'
import type { Version } from './version'

type Sentences = Version['sentences']

interface Known {
  /** What the links depend on besides the sentences: another object where any of it has changed. */
  readonly basis: readonly unknown[]
  readonly links: Promise<LinksFound>
}

/** The links between two versions: by sentence numbers as they were made, and by spans. */
export interface LinksFound {
  readonly made: readonly MadeLink[]
  readonly spans: readonly Link[]
}

/** The links between two versions, worked out once for as long as nothing that they depend on has changed. */
export class LinkMemo {
  private readonly known = new WeakMap<Sentences, WeakMap<Sentences, Known>>()

  get(
    { alignments, works, documents }: ProjectState,
    a: Version,
    b: Version,
    make: () => Promise<LinksFound>
  ): Promise<LinksFound> {
    // The source of a work may have a part in it, so that any document does.
    const basis = [alignments, works, documents]
    const own = this.known.get(a.sentences) ?? new WeakMap<Sentences, Known>()
    this.known.set(a.sentences, own)
    const known = own.get(b.sentences)
    if (known?.basis.every((each, at) => each === basis[at])) return known.links
    const links = make()
    own.set(b.sentences, { basis, links })
    links.catch(() => own.delete(b.sentences))
    return links
  }
}

interface Entry extends Span {
  readonly link: Link
}

const indexed = new WeakMap<readonly Link[], readonly Entry[]>()

/** The sentences on the side `a` of some links in the order of their text, each with its link. */
function index(links: readonly Link[]): readonly Entry[] {
  const known = indexed.get(links)
  if (known) return known
  const made = links
    .flatMap((link) => link.a.map(({ start, end }): Entry => ({ start, end, link })))
    .sort((x, y) => x.start - y.start)
  indexed.set(links, made)
  return made
}

/** The sentences that are linked with those of a passage (`a`, UTF-16), and those themselves, in the order of their texts. */
export function answersTo(
  links: readonly Link[],
  passage: Span
): { readonly asked: readonly Span[]; readonly answers: readonly Span[] } {
  const entries = index(links)
  const touched = new Set<Link>()
  for (let at = firstEndingAfter(entries, passage.start); at < entries.length; at++) {
    const entry = entries[at]
    if (!entry || entry.start >= passage.end) break
    touched.add(entry.link)
  }
  const inOrder = (side: 'a' | 'b') =>
    [...touched].flatMap((link) => link[side]).sort((x, y) => x.start - y.start)
  return { asked: inOrder('a'), answers: inOrder('b') }
}
