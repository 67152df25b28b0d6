import type { AnnotationId, CoderId, ContentHash, DocumentId, ThemeId } from '../../shared/model/ids'
import { LazyMap } from '../../shared/model/lazy-map'
import type { Span } from '../../shared/model/offsets'
import type { Passages, ProjectState } from '../../shared/model/state'
import type { Session } from '../project/session'
import { forEachYielding } from '../store/cooperative'

/** A stretch of a revision's text that carries a theme, by whom, and the annotation that says so. */
export interface CodedSpan extends Span {
  readonly annotation: AnnotationId
  readonly revision: ContentHash
  readonly coder: CoderId
}

type ByDocument = Map<DocumentId, readonly CodedSpan[]>

/**
 * Theme -> document -> coded spans. Built when it is first asked for, which reads every annotation; from then on it
 * follows the state at the cost of what has changed, by whatever change or undoing.
 */
export class CodingIndex {
  private readonly byTheme = new Map<ThemeId, ByDocument>()
  private followed: ProjectState['annotations'] = LazyMap.empty()
  private turn: Promise<unknown> = Promise.resolve()

  /** The codings of a theme by document, as they are at the moment of the answer. Without those of themes below it. */
  async of(
    state: () => ProjectState,
    theme: ThemeId
  ): Promise<ReadonlyMap<DocumentId, readonly CodedSpan[]>> {
    await this.follow(state)
    return this.byTheme.get(theme) ?? new Map()
  }

  /** Brings the index up to the state as it is when it is this call's turn. Gives way to other work. */
  private follow(state: () => ProjectState): Promise<void> {
    const mine = this.turn.then(async () => {
      const { annotations } = state()
      if (annotations === this.followed) return
      await forEachYielding(annotations.unread(), (id) => annotations.prepare(id))
      const changed = LazyMap.differences(this.followed, annotations)
      await forEachYielding(changed, ([id, before, now]) => this.replace(id, before, now))
      this.followed = annotations
    })
    this.turn = mine.catch(() => {})
    return mine
  }

  private replace(id: DocumentId, before: Passages | undefined, now: Passages | undefined): void {
    for (const theme of themesIn(before)) {
      const own = this.byTheme.get(theme)
      own?.delete(id)
      if (own?.size === 0) this.byTheme.delete(theme)
    }
    const found = new Map<ThemeId, CodedSpan[]>()
    for (const annotation of now?.values() ?? []) {
      const { start, end, revision } = annotation.selector
      for (const { theme, coder } of annotation.codings) {
        const coded: CodedSpan = { start, end, revision, coder, annotation: annotation.id }
        const own = found.get(theme)
        if (own) own.push(coded)
        else found.set(theme, [coded])
      }
    }
    for (const [theme, spans] of found) {
      const own: ByDocument = this.byTheme.get(theme) ?? new Map()
      own.set(id, spans)
      this.byTheme.set(theme, own)
    }
  }
}

function themesIn(passages: Passages | undefined): Set<ThemeId> {
  const themes = new Set<ThemeId>()
  for (const annotation of passages?.values() ?? [])
    for (const { theme } of annotation.codings) themes.add(theme)
  return themes
}

const indexes = new WeakMap<Session, CodingIndex>()

/** The index of a project's codings: one for as long as the project is open. */
export function codingIndexOf(session: Session): CodingIndex {
  const known = indexes.get(session) ?? new CodingIndex()
  indexes.set(session, known)
  return known
}
