import type { FoundDraft } from '../../shared/drafts/draft'
import { acceptDraft, discardDraft } from '../state/draft-adopting'
import { keepMine, takeTheirs } from '../state/draft-saving'
import { useT } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { errorText } from '../state/toasts'
import type { DraftField } from './use-draft'

/** Under a field: why what stands in it is not saved, and what can be done about it. Nothing where all is well. */
export function DraftNote({ draft }: { draft: DraftField }) {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const { key, text, problem, theirs, refusal, isKept, asides } = draft
  return (
    <>
      {problem && (
        <p className="draft-note" role="alert">
          {problem.kind === 'empty'
            ? t('drafts.empty')
            : t('drafts.tooLong', tooLongBy(text, problem.most, language))}
        </p>
      )}
      {theirs !== null && (
        <div className="draft-note" role="alert">
          <p>{t('drafts.changed')}</p>
          <OtherText label={t('drafts.theirs')} text={theirs} />
          <span className="draft-choices">
            <button type="button" className="button" onClick={() => keepMine(key)}>
              {t('drafts.keepMine')}
            </button>
            <button type="button" className="button" onClick={() => takeTheirs(key)}>
              {t('drafts.takeTheirs')}
            </button>
          </span>
        </div>
      )}
      {!problem && theirs === null && refusal && (
        <p className="draft-note" role="status">
          {refusal.kind === 'StorageFailed' || refusal.key === 'noProject'
            ? t(isKept ? 'drafts.waiting' : 'drafts.atRisk')
            : errorText(refusal)}
        </p>
      )}
      {asides.map((each) => (
        <AsideNote key={each.draft.id} found={each} />
      ))}
    </>
  )
}

/** The figures of a text that is too long, as people write them. */
export function tooLongBy(text: string, most: number, language: string) {
  return { most: most.toLocaleString(language), over: (text.length - most).toLocaleString(language) }
}

/** A draft of last time beside a text that has changed since. */
function AsideNote({ found }: { found: FoundDraft }) {
  const t = useT()
  const when = useDraftTime(found)
  return (
    <div className="draft-note" role="status">
      <p>{t('drafts.aside', { when })}</p>
      <OtherText label={t('drafts.draft')} text={found.draft.text} />
      <span className="draft-choices">
        <button type="button" className="button" onClick={() => void acceptDraft(found)}>
          {t('drafts.use')}
        </button>
        <button type="button" className="button" onClick={() => discardDraft(found)}>
          {t('drafts.discard')}
        </button>
      </span>
    </div>
  )
}

/** When a draft was typed, as people say it. */
export function useDraftTime({ draft }: FoundDraft): string {
  const language = usePreferences((state) => state.language)
  return new Date(draft.typed).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
}

/** A text to hold against one's own. */
export function OtherText({ label, text }: { label: string; text: string }) {
  const t = useT()
  return (
    <blockquote className="draft-text" aria-label={label} tabIndex={0}>
      {text === '' ? <em>{t('drafts.nothing')}</em> : text}
    </blockquote>
  )
}
