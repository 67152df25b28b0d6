import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import { fold } from '../../shared/text/fold'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { Field } from '../ui/Field'

const most = 6

/** Finds a text by title, publisher or date, to be added to the versions of a work. */
export function AddText({ but, add }: { but: ReadonlySet<DocumentId>; add: (id: DocumentId) => void }) {
  const t = useT()
  const documents = useProject((project) => project.state.documents)
  const [words, setWords] = useState('')
  const found = useMemo(() => {
    const wanted = fold(words.trim()).text
    if (wanted === '') return []
    const says = ({ title, publisher, published, event }: VariorumDocument) =>
      fold([title, publisher, published?.date, event?.date].join('\n')).text.includes(wanted)
    return Object.values<VariorumDocument>(documents).filter((each) => !but.has(each.id) && says(each))
  }, [documents, words, but])
  return (
    <>
      <Field label={t('work.add')}>
        <input
          type="search"
          placeholder={t('work.addHint')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      {words.trim() !== '' && (
        <ul className="addable" aria-label={t('work.found')}>
          {found.slice(0, most).map((document) => (
            <li key={document.id}>
              <button
                type="button"
                onClick={() => {
                  add(document.id)
                  setWords('')
                }}
              >
                <Plus size={13} aria-hidden />
                <span className="badge">{document.language}</span>
                <span className="grow" lang={document.language}>
                  {document.title}
                </span>
                <span className="cite">{document.published?.date}</span>
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="none">{t('library.noMatch')}</li>}
          {found.length > most && <li className="none">{t('work.more', { count: found.length - most })}</li>}
        </ul>
      )}
    </>
  )
}
