import { Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Mentioned } from '../../shared/memos/links'
import type { Memo } from '../../shared/model/memo'
import { useT } from '../app/api/i18n'
import { change } from '../app/api/project'
import { Field } from '../ui/Field'
import { LinkField } from '../writing/LinkField'
import { MarkdownView } from '../writing/MarkdownView'
import { MemoLinks } from '../writing/MemoLinks'
import { SubjectField } from './SubjectField'

const pause = 900

/** One memo for writing, or for reading as it will look. It is saved in every pause of the typing, and on leaving. */
export function MemoEditor({ memo }: { memo: Memo }) {
  const t = useT()
  const [title, setTitle] = useState(memo.title)
  const [text, setText] = useState(memo.text)
  const [known, setKnown] = useState(memo)
  const [reading, setReading] = useState(false)
  const unsaved = useRef<(() => void) | null>(null)
  if (known !== memo) {
    // Saved just now, undone, or changed in another window.
    if (memo.title !== known.title && memo.title !== title) setTitle(memo.title)
    if (memo.text !== known.text && memo.text !== text) setText(memo.text)
    setKnown(memo)
  }
  useEffect(() => {
    if (title === memo.title && text === memo.text) {
      unsaved.current = null
      return
    }
    const save = () => {
      unsaved.current = null
      void change({
        type: 'memo.update',
        id: memo.id,
        patch: { title, text, modified: new Date().toISOString() }
      })
    }
    unsaved.current = save
    const timer = setTimeout(save, pause)
    return () => clearTimeout(timer)
  }, [title, text, memo])
  useEffect(() => () => unsaved.current?.(), [])
  const leave = () => unsaved.current?.()
  const { about } = memo
  return (
    <section className="memo-editor" aria-label={t('memos.text')}>
      <SubjectField memo={memo} />
      <Field label={t('memos.title')}>
        <input value={title} onChange={(event) => setTitle(event.target.value)} onBlur={leave} />
      </Field>
      <fieldset className="segments">
        <legend className="visually-hidden">{t('memos.text')}</legend>
        {([false, true] as const).map((each) => (
          <label key={String(each)} className={each === reading ? 'on' : ''}>
            <input
              type="radio"
              name="memo-mode"
              checked={each === reading}
              onChange={() => setReading(each)}
            />
            {t(each ? 'memos.preview' : 'memos.write')}
          </label>
        ))}
      </fieldset>
      {reading ? (
        <MarkdownView text={text} />
      ) : (
        <>
          <LinkField label={t('memos.text')} rows={14} value={text} onChange={setText} onBlur={leave} />
          <p className="panel-hint">{t('memos.textHint')}</p>
        </>
      )}
      <MemoLinks text={reading ? '' : text} target={mentionedAs(about)} />
      <button
        type="button"
        className="button danger"
        onClick={() => {
          unsaved.current = null
          void change({ type: 'memo.remove', id: memo.id })
        }}
      >
        <Trash2 size={13} aria-hidden />
        {t('memos.delete')}
      </button>
    </section>
  )
}

/** Memos that mention what this one is about. */
function mentionedAs(about: Memo['about']): Mentioned {
  if (about.kind === 'project') return { kind: 'document', id: '' }
  return about.kind === 'formula' ? about : { kind: about.kind, id: about.id }
}
