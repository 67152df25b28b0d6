import { create } from 'zustand'
import { digitsAfter } from '../../../shared/coding/digits'
import { remembered } from '../../../shared/coding/remember'
import type { DeskMemory, Remembering } from '../../../shared/model/desk-memory'
import type { DocumentId, ThemeId } from '../../../shared/model/ids'
import { call } from './bridge'
import { currentProject } from './project'
import { orderedThemes } from './theme-names'

const mostMeanwhile = 100
const blank: DeskMemory = { pinned: [], recent: [], digits: [], places: {}, lines: {} }

/** What this computer remembers of the open project: themes at hand, and the place in each text. */
export const useMemory = create<DeskMemory>(() => blank)

/** What came while it was asked what is remembered: the answer may not know of it. */
let meanwhile: readonly Remembering[] = []

/** Takes what is remembered of the project that was opened just now. */
export async function recall(folder: string): Promise<void> {
  useMemory.setState(blank)
  meanwhile = []
  const answer = await call('desk.memory', null)
  if (!answer.ok || currentProject().folder !== folder) return
  const ordered = themeIds()
  useMemory.setState(meanwhile.reduce((memory, news) => remembered(memory, news, ordered), answer.value))
}

/** Something is remembered from now on, by this window or by another. */
export function receiveMemory(news: Remembering): void {
  meanwhile = [...meanwhile, news].slice(-mostMeanwhile)
  useMemory.setState((memory) => remembered(memory, news, themeIds()))
}

export function rememberPlace(document: DocumentId, offset: number): void {
  if (useMemory.getState().places[document] !== offset) remember({ what: 'place', document, offset })
}

/** A theme was used: it is on a digit from now on. */
export function rememberTheme(theme: ThemeId): void {
  remember({ what: 'used', theme })
}

export function pinTheme(theme: ThemeId, pinned: boolean): void {
  remember({ what: 'pinned', theme, pinned })
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
  remember({ what: 'line', site, shape, isFurniture })
}

function remember(news: Remembering): void {
  receiveMemory(news)
  void call('desk.remember', news)
}
