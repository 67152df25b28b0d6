import { Pencil } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { memoLinks } from '../../shared/memos/links'
import type { Annotation } from '../../shared/model/annotation'
import { keyLabel } from '../state/commands'
import { useT } from '../state/i18n'
import { useSurface } from '../state/surface'
import { DraftNote } from '../ui/DraftNote'
import { useDraft } from '../ui/use-draft'
import { LinkField } from '../writing/LinkField'
import { MarkdownView } from '../writing/MarkdownView'
import { useAnnotating } from './passage-actions'

/** The memo of an annotation. It is saved in every pause of the typing, on leaving the field, and when the card goes. */
export function MemoField({ annotation }: { annotation: Annotation }) {
  const t = useT()
  const { id, document, memo, selector } = annotation
  const draft = useDraft({ kind: 'annotation', document, id, field: 'memo' }, memo, selector.exact)
  const field = useRef<HTMLTextAreaElement>(null)
  /** A memo with links is read with them; its field comes as it is written in. */
  const [isEditing, setEditing] = useState(false)
  const wanted = useAnnotating((state) => state.memoFor === annotation.id)
  useEffect(() => {
    if (!wanted) return
    setEditing(true)
    field.current?.focus()
    useAnnotating.setState({ memoFor: null })
  }, [wanted])
  useEffect(() => {
    if (isEditing) field.current?.focus()
  }, [isEditing])
  if (!isEditing && !wanted && memoLinks(draft.text).length > 0)
    return (
      <div className="memo-read">
        <MarkdownView text={draft.text} />
        <button
          type="button"
          className="icon-button"
          aria-label={t('memos.editText')}
          title={`${t('memos.editText')} (${keyLabel('m')})`}
          onClick={() => setEditing(true)}
        >
          <Pencil size={12} aria-hidden />
        </button>
        <DraftNote draft={draft} />
      </div>
    )
  return (
    <>
      <LinkField
        fieldRef={field}
        className="memo"
        rows={1}
        label={t('annotation.memo')}
        placeholder={t('annotation.memoHint')}
        value={draft.text}
        onChange={draft.type}
        onBlur={() => {
          draft.flush()
          setEditing(false)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
          event.preventDefault()
          useSurface.getState().surface?.focus()
        }}
      />
      <DraftNote draft={draft} />
    </>
  )
}
