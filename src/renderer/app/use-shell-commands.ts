import { useMemo } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { WorkId } from '../../shared/model/ids'
import { call } from '../state/bridge'
import { type Command, useCommands } from '../state/commands'
import { copyExcerpts } from '../state/copy-excerpts'
import { openDrafts, useDrafts } from '../state/draft-store'
import { excerptsHere, goToExport } from '../state/export-source'
import { i18n } from '../state/i18n'
import { navigate, navigateBack, navigateForward, useNavigation } from '../state/navigation'
import { setPreferences, usePreferences } from '../state/preferences'
import { currentProject } from '../state/project'
import { chooseNothing, useSurface } from '../state/surface'
import { showError, showToast } from '../state/toasts'
import { redoChange, undoChange } from '../state/undoing'
import type { DialogName } from './Dialogs'
import { openImport } from './importing'
import { openBackup, openBundle, openFolder } from './opening'
import { isNarrow, useOverlaySidebar } from './overlay-sidebar'
import { startWalk } from './walk/walk'

const appearances = ['light', 'sepia', 'dark'] as const

/** The commands that are there in every place. */
export function useShellCommands(
  open: (dialog: DialogName) => void,
  setPalette: (shown: boolean) => void
): void {
  const commands = useMemo<Command[]>(
    () => [
      { id: 'app.palette', keys: ['Mod+K', 'Mod+Shift+P'], run: () => setPalette(true) },
      { id: 'app.library', keys: ['Mod+1'], run: () => navigate({ name: 'library' }) },
      { id: 'app.annotations', keys: ['Mod+2'], run: () => navigate({ name: 'annotations', filter: {} }) },
      { id: 'app.themes', keys: ['Mod+3'], run: () => navigate({ name: 'themes' }) },
      {
        id: 'app.search',
        keys: ['Mod+4', 'Mod+Shift+F'],
        run: () => navigate({ name: 'concordance' })
      },
      { id: 'app.memos', keys: ['Mod+5'], run: () => navigate({ name: 'memos' }) },
      { id: 'app.formulae', keys: ['Mod+8'], run: () => navigate({ name: 'formulae' }) },
      { id: 'app.recycled', keys: ['Mod+9'], run: () => navigate({ name: 'recycled' }) },
      { id: 'app.quotations', keys: ['Mod+7'], run: () => navigate({ name: 'quotations' }) },
      { id: 'reader.back', keys: ['Alt+Backspace', 'Mod+['], run: navigateBack },
      { id: 'reader.forward', keys: ['Mod+]'], run: navigateForward },
      {
        id: 'annotate.autocode',
        keys: ['Mod+Shift+A'],
        run: () => open('autocode')
      },
      {
        id: 'reader.compare',
        keys: ['Mod+Shift+C'],
        when: () => useNavigation.getState().place.name === 'reader',
        missing: () => (workHere() === null ? i18n.t('needs.versions') : null),
        run: compareHere
      },
      { id: 'app.undo', keys: ['Mod+Z'], run: undoChange },
      { id: 'app.redo', keys: ['Mod+Shift+Z', 'Mod+Y'], run: redoChange },
      { id: 'app.import', keys: ['Mod+I'], run: () => void chooseImport('files') },
      { id: 'app.importFolder', keys: ['Mod+Shift+I'], run: () => void chooseImport('folder') },
      { id: 'app.importClipboard', keys: ['Mod+Shift+V'], run: () => void importClipboard() },
      { id: 'app.export', keys: ['Mod+E', 'Mod+6'], run: () => goToExport() },
      { id: 'app.copyExcerpts', keys: ['Mod+Alt+C'], run: () => copyExcerpts(excerptsHere()) },
      { id: 'app.newProject', keys: ['Mod+Shift+N'], run: () => open('newProject') },
      { id: 'app.openProject', keys: ['Mod+O'], run: () => void openFolder() },
      { id: 'app.openBundle', run: () => void openBundle() },
      { id: 'app.openBackup', run: () => void openBackup() },
      { id: 'app.newWindow', keys: ['Mod+N'], run: () => void call('app.newWindow', null) },
      { id: 'app.coder', run: () => open('coder') },
      { id: 'app.verify', run: () => open('verify') },
      { id: 'app.history', keys: ['Mod+Shift+H'], run: () => open('history') },
      { id: 'app.backups', run: () => open('backups') },
      { id: 'app.freshSample', run: () => open('freshSample') },
      {
        id: 'app.drafts',
        when: () => openDrafts(useDrafts.getState()).length > 0,
        run: () => open('drafts')
      },
      { id: 'app.keys', keys: ['?', 'F1'], run: () => open('keys') },
      { id: 'app.walk', run: startWalk },
      { id: 'app.guide', run: () => open('guide') },
      { id: 'app.about', run: () => open('about') },
      { id: 'app.appearance', run: nextAppearance },
      { id: 'app.language', run: otherLanguage },
      { id: 'app.larger', keys: ['Mod+=', 'Mod++'], run: () => zoom(0.1) },
      { id: 'app.smaller', keys: ['Mod+-'], run: () => zoom(-0.1) },
      { id: 'app.actualSize', keys: ['Mod+0'], run: () => setPreferences({ scale: 1 }) },
      { id: 'app.sidebar', keys: ['Mod+B'], run: toggleSidebar },
      {
        id: 'app.aside',
        keys: ['Mod+Shift+B'],
        run: () => setPreferences({ aside: !usePreferences.getState().aside })
      },
      { id: 'reader.outline', keys: ['Mod+Shift+O'], run: toggleOutline },
      { id: 'app.escape', keys: ['Escape'], hidden: true, run: leave }
    ],
    [open, setPalette]
  )
  useCommands(commands)
}

/** The first work that the text in the reader is one of several versions of. */
function workHere(): WorkId | null {
  const { place } = useNavigation.getState()
  if (place.name !== 'reader') return null
  const { documents } = currentProject().state
  const others = (work: WorkId) =>
    Object.values<VariorumDocument>(documents).some(
      ({ id, works }) => id !== place.document && works.includes(work)
    )
  return documents[place.document]?.works.find(others) ?? null
}

function compareHere(): void {
  const { place } = useNavigation.getState()
  const work = workHere()
  if (work !== null && place.name === 'reader') navigate({ name: 'compare', work })
}

async function chooseImport(what: 'files' | 'folder'): Promise<void> {
  const chosen = await call('import.choose', what)
  if (!chosen.ok) return showError(chosen.error)
  if (chosen.value.length > 0) await openImport(() => call('import.read', [...chosen.value]))
}

/** What lies on the clipboard comes in as a text of its own. */
async function importClipboard(): Promise<void> {
  const pasted = await call('import.paste', null)
  if (!pasted.ok) return showError(pasted.error)
  const { value: path } = pasted
  if (path === null) showToast(i18n.t('import.clipboardEmpty'))
  else await openImport(() => call('import.read', [path]))
}

function toggleSidebar(): void {
  if (isNarrow()) useOverlaySidebar.setState(({ shown }) => ({ shown: !shown }))
  else setPreferences({ sidebar: !usePreferences.getState().sidebar })
}

/** Shows the outline (with the side panel, where that is hidden), or hides it. */
function toggleOutline(): void {
  const { aside, outline } = usePreferences.getState()
  setPreferences(aside && outline ? { outline: false } : { aside: true, outline: true })
}

function nextAppearance(): void {
  const { appearance } = usePreferences.getState()
  const next = appearances[(appearances.indexOf(appearance) + 1) % appearances.length]
  if (next) setPreferences({ appearance: next })
}

function otherLanguage(): void {
  setPreferences({ language: i18n.language === 'en' ? 'zh-CN' : 'en' })
}

function zoom(by: number): void {
  const scale = Math.round((usePreferences.getState().scale + by) * 10) / 10
  setPreferences({ scale: Math.min(2, Math.max(0.8, scale)) })
}

function leave(): void {
  const { surface, selection } = useSurface.getState()
  if (selection) surface?.clear()
  else chooseNothing()
  surface?.focus()
}
