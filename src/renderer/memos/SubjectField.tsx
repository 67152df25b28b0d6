import { useState } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import type { Memo, MemoSubject } from '../../shared/model/memo'
import { phraseOf } from '../../shared/model/phrase'
import { byTitle } from '../../shared/text/natural-order'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { change, useSlices } from '../state/project'
import { orderedThemes, pathName } from '../state/theme-names'
import { DraftNote } from '../ui/DraftNote'
import { Field } from '../ui/Field'
import { useDraft } from '../ui/use-draft'

/** What a memo is about: the project, a theme, a text, or a formula named by its words. */
export function SubjectField({ memo: { id, about, title } }: { memo: Memo }) {
  const t = useT()
  const { themes, documents } = useSlices('themes', 'documents')
  const phrase = useDraft({ kind: 'memo', id, field: 'phrase' }, phraseOf(about), title)
  const [asking, setAsking] = useState(false)
  const set = (next: MemoSubject) => void change({ type: 'memo.update', id, patch: { about: next } })
  const value = 'id' in about ? `${about.kind} ${about.id}` : about.kind
  const choose = (chosen: string) => {
    const [kind, of = ''] = chosen.split(' ')
    setAsking(kind === 'formula')
    if (kind === 'project') set({ kind })
    if (kind === 'theme') set({ kind, id: of as ThemeId })
    if (kind === 'document') set({ kind, id: of as DocumentId })
  }
  const formula = asking || about.kind === 'formula' || phrase.text !== ''
  const keep = () => {
    if (phrase.text.trim() === '') setAsking(false)
    phrase.flush()
  }
  return (
    <>
      <Field label={t('memos.about')}>
        <select value={asking ? 'formula' : value} onChange={(event) => choose(event.target.value)}>
          <option value="project">{t('memos.aboutProject')}</option>
          <option value="formula">{t('memos.aboutFormula')}</option>
          <optgroup label={t('memos.theme')}>
            {orderedThemes(themes).map((theme) => (
              <option key={theme.id} value={`theme ${theme.id}`}>
                {pathName(themes, theme.id)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('memos.document')}>
            {Object.values<VariorumDocument>(documents)
              .sort(byTitle)
              .map((document) => (
                <option key={document.id} value={`document ${document.id}`}>
                  {document.title}
                </option>
              ))}
          </optgroup>
        </select>
      </Field>
      {formula && (
        <>
          <Field label={t('memos.formulaWords')}>
            <input
              value={phrase.text}
              aria-invalid={phrase.problem !== null}
              onChange={(event) => phrase.type(event.target.value)}
              onBlur={keep}
              onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && keep()}
            />
          </Field>
          <DraftNote draft={phrase} />
        </>
      )}
      {about.kind === 'formula' && (
        <button
          type="button"
          className="link"
          onClick={() => navigate({ name: 'concordance', words: about.phrase })}
        >
          {t('memos.search')}
        </button>
      )}
    </>
  )
}
