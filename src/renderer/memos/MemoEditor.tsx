import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Mentioned } from '../../shared/memos/links'
import type { Memo } from '../../shared/model/memo'
import { useT } from '../state/i18n'
import { change } from '../state/project'
import { DraftNote } from '../ui/DraftNote'
import { Field } from '../ui/Field'
import { useDraft } from '../ui/use-draft'
import { LinkField } from '../writing/LinkField'
import { MarkdownView } from '../writing/MarkdownView'
import { MemoLinks } from '../writing/MemoLinks'
import { SubjectField } from './SubjectField'

/** One memo for writing, or for reading as it will look. It is saved in every pause of the typing, and on leaving. */
export function MemoEditor({ memo }: { memo: Memo }) {
  const t = useT()
  const title = useDraft({ kind: 'memo', id: memo.id, field: 'title' }, memo.title, memo.title)
  const draft = useDraft({ kind: 'memo', id: memo.id, field: 'text' }, memo.text, memo.title)
  const { text } = draft
  const [reading, setReading] = useState(false)
  const { about } = memo
  return (
    <section className="memo-editor" aria-label={t('memos.text')}>
      <SubjectField memo={memo} />
      <Field label={t('memos.title')}>
        <input
          name="title"
          value={title.text}
          onChange={(event) => title.type(event.target.value)}
          onBlur={title.flush}
          aria-invalid={title.problem !== null}
        />
      </Field>
      <DraftNote draft={title} />
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
          <LinkField
            label={t('memos.text')}
            rows={14}
            value={text}
            onChange={draft.type}
            onBlur={draft.flush}
          />
          <p className="panel-hint">{t('memos.textHint')}</p>
        </>
      )}
      <DraftNote draft={draft} />
      <MemoLinks text={reading ? '' : text} target={mentionedAs(about)} />
      <button
        type="button"
        className="button danger"
        onClick={() => {
          title.flush()
          draft.flush()
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
