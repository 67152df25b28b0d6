import { useNavigation } from '../state/navigation'
import { useTickedTexts } from '../state/ticked-texts'
import { lazyView } from '../ui/lazy-view'
import { closeImport, setImportAside, useImporting } from './importing'

const ImportDialog = lazyView(() => import('../importing/ImportDialog').then((module) => module.ImportDialog))
const Autocode = lazyView(() => import('../autocoding/Autocode').then((module) => module.Autocode))
const About = lazyView(() => import('./About').then((module) => module.About))
const CoderDialog = lazyView(() => import('./CoderDialog').then((module) => module.CoderDialog))
const DraftsDialog = lazyView(() => import('./DraftsDialog').then((module) => module.DraftsDialog))
const HelpDialog = lazyView(() => import('./help/HelpDialog').then((module) => module.HelpDialog))
const NewProject = lazyView(() => import('./NewProject').then((module) => module.NewProject))
const FreshSample = lazyView(() => import('./FreshSample').then((module) => module.FreshSample))
const VerifyDialog = lazyView(() =>
  import('../maintenance/VerifyDialog').then((module) => module.VerifyDialog)
)
const History = lazyView(() => import('../maintenance/History').then((module) => module.History))
const Backups = lazyView(() => import('../maintenance/Backups').then((module) => module.Backups))

export type DialogName =
  | 'autocode'
  | 'about'
  | 'keys'
  | 'guide'
  | 'coder'
  | 'drafts'
  | 'verify'
  | 'history'
  | 'backups'
  | 'newProject'
  | 'freshSample'

/** The one dialog that is open, if any. */
export function Dialogs({ dialog, onClose }: { dialog: DialogName | null; onClose: () => void }) {
  const importing = useImporting((state) => state.now)
  const place = useNavigation((state) => state.place)
  const ticked = useTickedTexts((state) => state.texts)
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
      {dialog === 'autocode' && (
        <Autocode
          {...(place.name === 'reader' ? { document: place.document } : {})}
          texts={ticked}
          onClose={onClose}
        />
      )}
      {(dialog === 'keys' || dialog === 'guide') && <HelpDialog first={dialog} onClose={onClose} />}
      {dialog === 'about' && <About onClose={onClose} />}
      {dialog === 'coder' && <CoderDialog onClose={onClose} />}
      {dialog === 'drafts' && <DraftsDialog onClose={onClose} />}
      {dialog === 'verify' && <VerifyDialog onClose={onClose} />}
      {dialog === 'history' && <History onClose={onClose} />}
      {dialog === 'backups' && <Backups onClose={onClose} />}
      {dialog === 'freshSample' && <FreshSample onClose={onClose} />}
      {dialog === 'newProject' && <NewProject onClose={onClose} />}
    </>
  )
}
