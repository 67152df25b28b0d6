import { create } from 'zustand'
import { digitsAfter } from '../../shared/coding/digits'
import { remembered } from '../../shared/coding/remember'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import type { ProjectUiState, UiStatePatch } from '../../shared/model/ui-state'
import { call } from './bridge'
import { currentProject } from './project'
import { orderedThemes } from './theme-names'

const mostMeanwhile = 100
const blank: ProjectUiState = { pinned: [], recent: [], digits: [], places: {}, lines: {} }

/** What this computer remembers of the open project: themes at hand, and the place in each text. */
export const useUiState = create<ProjectUiState>(() => blank)

/** What came while it was asked what is remembered: the answer may not know of it. */
let meanwhile: readonly UiStatePatch[] = []

/** Takes what is remembered of the project that was opened just now. */
export async function recall(folder: string): Promise<void> {
  useUiState.setState(blank)
  meanwhile = []
  const answer = await call('uiState.read', null)
  if (!answer.ok || currentProject().folder !== folder) return
  const ordered = themeIds()
  useUiState.setState(meanwhile.reduce((known, news) => remembered(known, news, ordered), answer.value))
}

/** Something is remembered from now on, by this window or by another. */
export function receiveUiState(news: UiStatePatch): void {
  meanwhile = [...meanwhile, news].slice(-mostMeanwhile)
  useUiState.setState((known) => remembered(known, news, themeIds()))
}

export function rememberPlace(document: DocumentId, offset: number): void {
  if (useUiState.getState().places[document] !== offset) remember({ what: 'place', document, offset })
}

/** A theme was used: it is on a digit from now on. */
export function rememberTheme(theme: ThemeId): void {
  remember({ what: 'used', theme })
}

export function pinTheme(theme: ThemeId, pinned: boolean): void {
  remember({ what: 'pinned', theme, pinned })
}

/** The themes on the digits, 1 first. */
export function digitThemes(known: ProjectUiState): readonly ThemeId[] {
  return digitsAfter(known, themeIds())
}

function themeIds(): ThemeId[] {
  return orderedThemes(currentProject().state.themes).map((theme) => theme.id)
}

/** The shapes of the lines that are always furniture in texts of a site. */
export function learntLines(site: string): readonly string[] {
  return (site !== '' && useUiState.getState().lines[site]) || []
}

export function rememberLine(site: string, shape: string, isFurniture: boolean): void {
  remember({ what: 'line', site, shape, isFurniture })
}

function remember(news: UiStatePatch): void {
  receiveUiState(news)
  void call('uiState.patch', news)
}
