import { useEffect, useRef } from 'react'
import type { Annotation } from '../../shared/model/annotation'
import { useT } from '../state/i18n'
import { useSurface } from '../state/surface'
import { DraftNote } from '../ui/DraftNote'
import { useDraft } from '../ui/use-draft'
import { LinkField } from '../writing/LinkField'
import { useAnnotating } from './actions'

/** The memo of an annotation. It is saved in every pause of the typing, on leaving the field, and when the card goes. */
export function MemoField({ annotation }: { annotation: Annotation }) {
  const t = useT()
  const { id, document, memo, selector } = annotation
  const draft = useDraft({ kind: 'annotation', document, id, field: 'memo' }, memo, selector.exact)
  const field = useRef<HTMLTextAreaElement>(null)
  const wanted = useAnnotating((state) => state.memoFor === annotation.id)
  useEffect(() => {
    if (!wanted) return
    field.current?.focus()
    useAnnotating.setState({ memoFor: null })
  }, [wanted])
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
        onBlur={draft.flush}
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
