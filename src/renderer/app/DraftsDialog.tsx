import type { DraftTarget, FoundDraft } from '../../shared/drafts/draft'
import { textProblem } from '../../shared/drafts/draft-target'
import { textLimits } from '../../shared/model/text-limits'
import { runCommand } from '../state/commands'
import { acceptDraft, discardDraft, keepAsMemo } from '../state/draft-adopting'
import { openDrafts, useDrafts } from '../state/draft-store'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { usePreferences } from '../state/preferences'
import { Dialog } from '../ui/Dialog'
import { OtherText, tooLongBy, useDraftTime } from '../ui/DraftNote'

/** What was typed and could not be saved, where no field on the screen says so: each to be used, kept or discarded. */
export function DraftsDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const drafts = openDrafts(useDrafts())
  return (
    <Dialog title={t('drafts.heading')} closeLabel={t('common.close')} width="wide" onClose={onClose}>
      <p>{t(drafts.length === 0 ? 'drafts.none' : 'drafts.lead')}</p>
      <ul className="draft-list">
        {drafts.map((found) => (
          <DraftRow key={found.draft.id} found={found} onClose={onClose} />
        ))}
      </ul>
    </Dialog>
  )
}

function DraftRow({ found, onClose }: { found: FoundDraft; onClose: () => void }) {
  const t = useT()
  const when = useDraftTime(found)
  const language = usePreferences((state) => state.language)
  const { draft, stored } = found
  const { target, text, about } = draft
  const problem = textProblem(target, text)
  return (
    <li>
      <h3>
        {t(`drafts.${target.kind}`, { about: about || t('memos.untitled') })}
        {target.kind === 'theme' && ` · ${t(`themes.${target.field}`)}`}
      </h3>
      <small>{when}</small>
      <OtherText label={t('drafts.draft')} text={text} />
      {stored === null ? (
        <p className="field-hint">{t('drafts.gone')}</p>
      ) : (
        stored !== draft.base && (
          <>
            <h4>{t('drafts.stored')}</h4>
            <OtherText label={t('drafts.stored')} text={stored} />
          </>
        )
      )}
      {problem?.kind === 'tooLong' && (
        <p className="field-error">{t('drafts.tooLong', tooLongBy(text, problem.most, language))}</p>
      )}
      <span className="draft-choices">
        {stored === null ? (
          <button
            type="button"
            className="button"
            disabled={text.length > textLimits.memo}
            onClick={() => void keepAsMemo(found)}
          >
            {t('drafts.asMemo')}
          </button>
        ) : (
          <>
            {problem === null && (
              <button type="button" className="button" onClick={() => void acceptDraft(found)}>
                {t('drafts.use')}
              </button>
            )}
            <button
              type="button"
              className="button"
              onClick={() => {
                onClose()
                openTarget(target)
              }}
            >
              {t('drafts.open')}
            </button>
          </>
        )}
        <button type="button" className="button danger" onClick={() => discardDraft(found)}>
          {t('drafts.discard')}
        </button>
      </span>
    </li>
  )
}

/** Goes to the field that a draft was typed in. */
function openTarget(target: DraftTarget): void {
  if (target.kind === 'annotation')
    navigate({ name: 'reader', document: target.document, annotation: target.id })
  else if (target.kind === 'memo') navigate({ name: 'memos', memo: target.id })
  else if (target.kind === 'theme') navigate({ name: 'themes', theme: target.id })
  else if (target.kind === 'formula') navigate({ name: 'formulae', formula: target.id })
  else if (target.kind === 'rendering') navigate({ name: 'formulae', formula: target.formula })
  else runCommand('app.coder')
}
