import type { ThemeId } from '../model/ids'
import type { ProjectUiState, UiStatePatch } from '../model/ui-state'
import { digitsAfter } from './digits'

const mostRecent = 30
const mostPinned = 9
const mostLines = 500

/** What is remembered once something new is. `ordered` are the themes of the project in the order of the codebook. */
export function remembered(
  known: ProjectUiState,
  news: UiStatePatch,
  ordered: readonly ThemeId[]
): ProjectUiState {
  switch (news.what) {
    case 'used': {
      const recent = [news.theme, ...known.recent.filter((id) => id !== news.theme)].slice(0, mostRecent)
      return { ...known, recent, digits: digitsAfter({ ...known, recent }, ordered) }
    }
    case 'pinned': {
      const others = known.pinned.filter((id) => id !== news.theme)
      const pinned = news.pinned ? [...others, news.theme].slice(-mostPinned) : others
      return { ...known, pinned, digits: digitsAfter({ ...known, pinned }, ordered) }
    }
    case 'place':
      return { ...known, places: { ...known.places, [news.document]: news.offset } }
    case 'line': {
      const others = (known.lines[news.site] ?? []).filter((each) => each !== news.shape)
      const own = news.isFurniture ? [...others, news.shape].slice(-mostLines) : others
      return { ...known, lines: { ...known.lines, [news.site]: own } }
    }
  }
}
