import { create } from 'zustand'
import { digitsAfter } from '../../../shared/coding/digits'
import type { DeskMemory } from '../../../shared/model/desk-memory'
import type { DocumentId, ThemeId } from '../../../shared/model/ids'
import { call } from './bridge'
import { currentProject } from './project'
import { orderedThemes } from './theme-names'

const blank: DeskMemory = { pinned: [], recent: [], digits: [], places: {}, lines: {} }

/** What this computer remembers of the open project: themes at hand, and the place in each text. */
export const useMemory = create<DeskMemory>(() => blank)

/** Takes what is remembered of the project that was opened just now. */
export async function recall(folder: string): Promise<void> {
  useMemory.setState(blank)
  const answer = await call('desk.memory', null)
  if (answer.ok && currentProject().folder === folder) useMemory.setState(answer.value)
}

export function rememberPlace(document: DocumentId, offset: number): void {
  const { places } = useMemory.getState()
  if (places[document] === offset) return
  useMemory.setState({ places: { ...places, [document]: offset } })
  void call('desk.remember', { places: { [document]: offset } })
}

/** A theme was used: it is on a digit from now on. */
export function rememberTheme(theme: ThemeId): void {
  const memory = useMemory.getState()
  const recent = [theme, ...memory.recent.filter((id) => id !== theme)].slice(0, 30)
  keep({ recent, digits: digitsAfter({ ...memory, recent }, themeIds()) })
}

export function pinTheme(theme: ThemeId, pinned: boolean): void {
  const memory = useMemory.getState()
  const others = memory.pinned.filter((id) => id !== theme)
  const next = pinned ? [...others, theme].slice(-9) : others
  keep({ pinned: next, digits: digitsAfter({ ...memory, pinned: next }, themeIds()) })
}

/** The themes on the digits, 1 first. */
export function digitThemes(memory: DeskMemory): readonly ThemeId[] {
  return digitsAfter(memory, themeIds())
}

function themeIds(): ThemeId[] {
  return orderedThemes(currentProject().state.themes).map((theme) => theme.id)
}

/** The shapes of the lines that are always furniture in texts of a site. */
export function learntLines(site: string): readonly string[] {
  return (site !== '' && useMemory.getState().lines[site]) || []
}

export function rememberLine(site: string, shape: string, isFurniture: boolean): void {
  const others = learntLines(site).filter((each) => each !== shape)
  const own = isFurniture ? [...others, shape].slice(-500) : others
  useMemory.setState(({ lines }) => ({ lines: { ...lines, [site]: own } }))
  void call('desk.remember', { lines: { [site]: own } })
}

function keep(patch: Partial<DeskMemory>): void {
  useMemory.setState(patch)
  void call('desk.remember', patch)
}
