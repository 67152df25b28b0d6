import { useState } from 'react'
import type { VersionProposal } from '../../shared/ipc/compare-answers'
import type { DocumentId } from '../../shared/model/ids'
import { useT } from '../state/i18n'
import { useSlices } from '../state/project'
import { showError } from '../state/toasts'
import { useAnswer } from '../state/use-answer'
import { Dialog } from '../ui/Dialog'
import { VersionsDialog } from './VersionsDialog'

/** Texts that look like versions of one, to be gathered or left as they are. */
export function FindVersions({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { documents } = useSlices('documents')
  const { answer } = useAnswer('work.propose', null, {
    onError: (error) => {
      showError(error)
      onClose()
    }
  })
  const [left, setLeft] = useState<readonly VersionProposal[]>([])
  const found = answer?.filter((each) => !left.includes(each)) ?? null
  const [gathering, setGathering] = useState<VersionProposal | null>(null)
  const leave = (proposal: VersionProposal) => setLeft((before) => [...before, proposal])
  const workOf = (ids: readonly DocumentId[]) => ids.flatMap((id) => documents[id]?.works ?? [])[0] ?? null
  if (gathering)
    return (
      <VersionsDialog
        work={workOf(gathering.documents)}
        texts={gathering.documents}
        onClose={() => setGathering(null)}
        onDone={() => leave(gathering)}
      />
    )
  return (
    <Dialog title={t('work.findHeading')} closeLabel={t('common.close')} width="wide" onClose={onClose}>
      <p className="lead" role="status">
        {found === null
          ? t('work.finding')
          : found.length === 0
            ? t('work.noneFound')
            : t('work.findLead', { count: found.length })}
      </p>
      <ul className="kin">
        {found?.map((proposal) => (
          <li key={proposal.documents.join()}>
            <ul className="plain-list">
              {proposal.documents.map((id) => (
                <li key={id} lang={documents[id]?.language}>
                  <span className="badge">{documents[id]?.language}</span> {documents[id]?.title}
                  <span className="cite"> {documents[id]?.published?.date}</span>
                </li>
              ))}
            </ul>
            <span className="kin-foot">
              <span className="cite grow">
                {t('work.answering', { percent: Math.round(proposal.likeness * 100) })}
              </span>
              <button type="button" className="button" onClick={() => leave(proposal)}>
                {t('work.notVersions')}
              </button>
              <button type="button" className="button primary" onClick={() => setGathering(proposal)}>
                {t('library.gather')}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
