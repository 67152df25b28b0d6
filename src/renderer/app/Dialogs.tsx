import { usePlaces } from './api/places'
import { closeImport, setImportAside, useImporting } from './importing'
import { later } from './later'

const ExportDialog = later(() => import('../exporting/ExportDialog').then((module) => module.ExportDialog))
const ImportDialog = later(() => import('../importing/ImportDialog').then((module) => module.ImportDialog))
const Autocode = later(() => import('../autocoding/Autocode').then((module) => module.Autocode))
const About = later(() => import('./About').then((module) => module.About))
const CoderDialog = later(() => import('./CoderDialog').then((module) => module.CoderDialog))
const DraftsDialog = later(() => import('./DraftsDialog').then((module) => module.DraftsDialog))
const NewProject = later(() => import('./NewProject').then((module) => module.NewProject))
const VerifyDialog = later(() => import('../keeping/VerifyDialog').then((module) => module.VerifyDialog))
const History = later(() => import('../keeping/History').then((module) => module.History))
const Backups = later(() => import('../keeping/Backups').then((module) => module.Backups))

export type DialogName =
  | 'export'
  | 'autocode'
  | 'about'
  | 'coder'
  | 'drafts'
  | 'verify'
  | 'history'
  | 'backups'
  | 'newProject'

/** The one dialog that is open, if any. */
export function Dialogs({ dialog, onClose }: { dialog: DialogName | null; onClose: () => void }) {
  const importing = useImporting((state) => state.now)
  const place = usePlaces((state) => state.place)
  const filter =
    place.name === 'annotations'
      ? place.filter
      : place.name === 'reader'
        ? { documents: [place.document] }
        : {}
  return (
    <>
      {(importing.stage === 'open' || (importing.stage === 'ready' && importing.isCorrected)) && (
        <ImportDialog
          read={importing.incoming}
          isHidden={importing.stage === 'ready'}
          setAside={setImportAside}
          onClose={closeImport}
        />
      )}
      {dialog === 'export' && <ExportDialog filter={filter} onClose={onClose} />}
      {dialog === 'autocode' && (
        <Autocode {...(place.name === 'reader' ? { document: place.document } : {})} onClose={onClose} />
      )}
      {dialog === 'about' && <About onClose={onClose} />}
      {dialog === 'coder' && <CoderDialog onClose={onClose} />}
      {dialog === 'drafts' && <DraftsDialog onClose={onClose} />}
      {dialog === 'verify' && <VerifyDialog onClose={onClose} />}
      {dialog === 'history' && <History onClose={onClose} />}
      {dialog === 'backups' && <Backups onClose={onClose} />}
      {dialog === 'newProject' && <NewProject onClose={onClose} />}
    </>
  )
}
