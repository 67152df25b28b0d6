import type { Annotation } from '../../../shared/model/annotation'
import { currentText } from '../../../shared/model/current-text'
import type { CoderId, ThemeId } from '../../../shared/model/ids'
import type { Memo } from '../../../shared/model/memo'
import { plainState } from '../../../shared/model/state'
import { subtree } from '../../../shared/operations/theme-order'
import { canonicalText } from '../../../shared/text/canonical'
import { EntityGuids } from '../../project/entity-guid'
import type { Session } from '../../project/session'

/** What formats of exchange carry of a project, without the ids of its own: two projects that say the same look the same. */
export async function exchangedView(session: Session) {
  const state = plainState(session.state)
  const { info, themes } = state
  const guids = new EntityGuids(info.id)
  const pathOf = (id: ThemeId): string[] => {
    const theme = themes[id]
    if (!theme) return ['?']
    return [...(theme.parent === null ? [] : pathOf(theme.parent)), theme.name]
  }
  const nameOf = (id: CoderId) => info.coders[id]?.name ?? '?'
  const memoOf = ({ title, text, coder, created, modified }: Memo) => ({
    title,
    text,
    coder: nameOf(coder),
    created,
    modified
  })
  const memosOn = (test: (memo: Memo) => boolean) =>
    sorted(Object.values(state.memos).filter(test).map(memoOf))
  const documents = await Promise.all(
    Object.values(state.documents).map(async (document) => {
      const read = await session.contents.text(currentText(document))
      const text = read.ok ? canonicalText(read.value.blocks) : '?'
      const { title, language, published, publisher, source, attributes } = document
      return {
        guid: guids.of('document', document),
        facts: { title, language, published, publisher, source, attributes },
        text,
        passages: sorted(
          Object.values(state.annotations[document.id] ?? {}).map((each: Annotation) => ({
            guid: guids.of('annotation', each),
            place: [each.selector.start, each.selector.end],
            words: text.slice(each.selector.start, each.selector.end),
            memo: each.memo,
            coder: nameOf(each.coder),
            created: each.created,
            modified: each.modified,
            codings: sorted(
              each.codings.map((coding) => ({
                theme: pathOf(coding.theme),
                coder: nameOf(coding.coder),
                created: coding.created
              }))
            )
          }))
        ),
        memos: memosOn(({ about }) => about.kind === 'document' && about.id === document.id)
      }
    })
  )
  const used = new Set(JSON.stringify(documents).match(/"coder":"(?:[^"\\]|\\.)*"/g) ?? [])
  return {
    documents: sorted(documents),
    themes: subtree(themes, null).map((theme) => ({
      guid: guids.of('theme', theme),
      path: pathOf(theme.id),
      colour: theme.colour,
      prose: [theme.description, theme.inclusion, theme.exclusion, theme.example],
      memos: memosOn(({ about }) => about.kind === 'theme' && about.id === theme.id)
    })),
    groups: sorted(
      Object.values(state.groups).map(({ name, themes: own }) => ({ name, themes: own.map(pathOf) }))
    ),
    memos: memosOn(({ about }) => about.kind === 'project'),
    formulae: sorted(
      Object.values(state.memos).flatMap((memo) =>
        memo.about.kind === 'formula' ? [{ phrase: memo.about.phrase, ...memoOf(memo) }] : []
      )
    ),
    coders: sorted(
      Object.values(info.coders)
        .filter(({ name }) => used.has(`"coder":${JSON.stringify(name)}`))
        .map((each) => ({ name: each.name, guid: guids.of('coder', each) }))
    ),
    attributes: info.attributes
  }
}

function sorted<T>(all: readonly T[]): T[] {
  return all
    .map((each) => ({ each, key: JSON.stringify(each) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ each }) => each)
}
