import { useState } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import type { Memo, MemoSubject } from '../../shared/model/memo'
import { byTitle } from '../../shared/text/natural-order'
import { useT } from '../app/api/i18n'
import { go } from '../app/api/places'
import { change, useSlices } from '../app/api/project'
import { orderedThemes, pathName } from '../app/api/theme-names'
import { Field } from '../ui/Field'

/** What a memo is about: the project, a theme, a text, or a formula named by its words. */
export function SubjectField({ memo: { id, about } }: { memo: Memo }) {
  const t = useT()
  const { themes, documents } = useSlices('themes', 'documents')
  const [phrase, setPhrase] = useState(about.kind === 'formula' ? about.phrase : '')
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
  const formula = asking || about.kind === 'formula'
  const keep = () => {
    const words = phrase.trim()
    setAsking(false)
    if (words !== '' && !(about.kind === 'formula' && about.phrase === words))
      set({ kind: 'formula', phrase: words })
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
        <Field label={t('memos.formulaWords')}>
          <input
            value={phrase}
            onChange={(event) => setPhrase(event.target.value)}
            onBlur={keep}
            onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && keep()}
          />
        </Field>
      )}
      {about.kind === 'formula' && (
        <button type="button" className="link" onClick={() => go({ name: 'search', query: about.phrase })}>
          {t('memos.search')}
        </button>
      )}
    </>
  )
}
