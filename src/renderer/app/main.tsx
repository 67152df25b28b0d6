import { createRoot } from 'react-dom/client'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import '@fontsource-variable/inter/index.css'
import '../styles/index.css'
import { call, on } from '../state/bridge'
import { runCommand } from '../state/commands'
import { beginDrafts } from '../state/draft-adopting'
import { flushAll } from '../state/draft-saving'
import { navigateHome } from '../state/navigation'
import { receivePreferences } from '../state/preferences'
import { useProgress } from '../state/progress'
import { receiveChange, showNoProject, showProject, updateProject, useProjectStore } from '../state/project'
import { showError } from '../state/toasts'
import { receiveUiState } from '../state/ui-state'
import { App } from './App'
import { openFolder, showOpenProblem } from './opening'
import { tellLack } from './palette-entries'

/** Joins the window to the main process, then draws. */
async function begin(): Promise<void> {
  on('change', receiveChange)
  on('status', updateProject)
  on('progress', (progress) => useProgress.setState({ progress }))
  on('preferences', receivePreferences)
  on('uiState', receiveUiState)
  on('beforeClose', () => {
    // Fields save when they are left. What is not saved goes out as a draft before this call, and arrives before it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    void flushAll().finally(() => call('app.draftsFlushed', null))
  })
  on('command', (command) => {
    if (command.startsWith('open:')) void openFolder(command.slice('open:'.length))
    else if (!runCommand(command)) tellLack(command)
  })
  on('project', (view) => {
    if (!view) return void refresh()
    if (useProjectStore.getState().project?.folder !== view.folder) navigateHome()
    showProject(view)
  })
  await refresh()
  beginDrafts()
  const root = document.getElementById('root')
  if (root) createRoot(root).render(<App />)
}

async function refresh(): Promise<void> {
  const start = await call('app.start', null)
  if (!start.ok) return showError(start.error)
  const { preferences, project, problem } = start.value
  useProjectStore.setState({ start: start.value })
  receivePreferences(preferences)
  if (project) showProject(project)
  else if (problem) {
    showNoProject()
    showOpenProblem(problem)
  } else if (useProjectStore.getState().project) showNoProject()
}

void begin()
