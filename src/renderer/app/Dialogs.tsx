import { lazy, Suspense } from 'react'
import { usePlaces } from './api/places'
import { closeImport, useImporting } from './importing'

const ExportDialog = lazy(() =>
  import('../exporting/ExportDialog').then((module) => ({ default: module.ExportDialog }))
)
const ImportDialog = lazy(() =>
  import('../importing/ImportDialog').then((module) => ({ default: module.ImportDialog }))
)
const About = lazy(() => import('./About').then((module) => ({ default: module.About })))
const CoderDialog = lazy(() => import('./CoderDialog').then((module) => ({ default: module.CoderDialog })))
const NewProject = lazy(() => import('./NewProject').then((module) => ({ default: module.NewProject })))
const VerifyDialog = lazy(() => import('./VerifyDialog').then((module) => ({ default: module.VerifyDialog })))

export type DialogName = 'export' | 'about' | 'coder' | 'verify' | 'newProject'

/** The one dialog that is open, if any. */
export function Dialogs({ dialog, onClose }: { dialog: DialogName | null; onClose: () => void }) {
  const reading = useImporting((state) => state.reading)
  const place = usePlaces((state) => state.place)
  const filter =
    place.name === 'annotations'
      ? place.filter
      : place.name === 'reader'
        ? { documents: [place.document] }
        : {}
  return (
    <Suspense fallback={null}>
      {reading && <ImportDialog reading={reading} onClose={closeImport} />}
      {dialog === 'export' && <ExportDialog filter={filter} onClose={onClose} />}
      {dialog === 'about' && <About onClose={onClose} />}
      {dialog === 'coder' && <CoderDialog onClose={onClose} />}
      {dialog === 'verify' && <VerifyDialog onClose={onClose} />}
      {dialog === 'newProject' && <NewProject onClose={onClose} />}
    </Suspense>
  )
}
