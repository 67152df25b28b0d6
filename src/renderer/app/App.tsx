import { useLayoutEffect } from 'react'
import { handleKey } from '../state/commands'
import { useT } from '../state/i18n'
import { useProjectStore } from '../state/project'
import { lazyView } from '../ui/lazy-view'
import { ErrorBoundary } from './ErrorBoundary'
import { OpenProblem } from './OpenProblem'
import { Progress } from './Progress'
import { Shell } from './Shell'
import { Toasts } from './Toasts'

const Start = lazyView(() => import('./Start').then((module) => module.Start))

/** The window: the start page while no project is open, else the desk. */
export function App() {
  const t = useT()
  const status = useProjectStore((store) => store.status)
  useLayoutEffect(() => {
    // In the capture phase: the parts from React Aria keep key presses to themselves.
    document.addEventListener('keydown', handleKey, true)
    return () => document.removeEventListener('keydown', handleKey, true)
  }, [])
  return (
    <ErrorBoundary>
      {status === 'open' && <Shell />}
      {status === 'closed' && <Start />}
      {status === 'opening' && <p className="opening">{t('common.loading')}</p>}
      <Progress />
      <OpenProblem />
      <Toasts />
    </ErrorBoundary>
  )
}
