import { useEffect, useRef, useState } from 'react'
import type { Annotation } from '../../shared/model/annotation'
import { useT } from '../app/api/i18n'
import { useSurface } from '../app/api/surface'
import { LinkField } from '../writing/LinkField'
import { saveMemo, useAnnotating } from './actions'

const pause = 900

/** The memo of an annotation. It is saved in every pause of the typing, on leaving the field, and when the card goes. */
export function MemoField({ annotation }: { annotation: Annotation }) {
  const t = useT()
  const [text, setText] = useState(annotation.memo)
  const [saved, setSaved] = useState(annotation.memo)
  const field = useRef<HTMLTextAreaElement>(null)
  const wanted = useAnnotating((state) => state.memoFor === annotation.id)
  const unsaved = useRef<(() => void) | null>(null)
  if (annotation.memo !== saved) {
    // The memo was changed elsewhere: undone, or in another window.
    setSaved(annotation.memo)
    setText(annotation.memo)
  }
  useEffect(() => {
    if (!wanted) return
    field.current?.focus()
    useAnnotating.setState({ memoFor: null })
  }, [wanted])
  useEffect(() => {
    if (text === annotation.memo) {
      unsaved.current = null
      return
    }
    const save = () => {
      unsaved.current = null
      setSaved(text)
      void saveMemo(annotation, text)
    }
    unsaved.current = save
    const timer = setTimeout(save, pause)
    return () => clearTimeout(timer)
  }, [text, annotation])
  useEffect(() => () => unsaved.current?.(), [])
  return (
    <LinkField
      fieldRef={field}
      className="memo"
      rows={1}
      label={t('annotation.memo')}
      placeholder={t('annotation.memoHint')}
      value={text}
      onChange={setText}
      onBlur={() => unsaved.current?.()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
        event.preventDefault()
        useSurface.getState().surface?.focus()
      }}
    />
  )
}
