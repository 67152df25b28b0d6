import { useEffect, useState } from 'react'
import type { AnnotationId, DocumentId, MemoId, ThemeId } from '../../../shared/model/ids'
import { annotationsAtCaret } from '../../annotating/target'
import { DeleteDocument } from '../../library/DeleteDocument'
import { currentWords, i18n } from '../../state/i18n'
import { useProject } from '../../state/project'
import { chooseAnnotation, useSurface } from '../../state/surface'
import { ContextMenu, type MenuEntry, openContextMenu } from '../../ui/ContextMenu'
import { MetadataDialog } from '../../ui/MetadataDialog'
import {
  annotationEntries,
  commandEntries,
  memoEntries,
  type TextDialogs,
  textEntries,
  themeEntries
} from './menu-entries'

/** Menus where people right-click: a highlight, a selection, a theme, a text, a row of a comparison, a memo. */
export function ContextMenus() {
  const documents = useProject((project) => project.state.documents)
  const [editing, setEditing] = useState<DocumentId | null>(null)
  const [deleting, setDeleting] = useState<DocumentId | null>(null)
  useEffect(() => {
    const open = (event: MouseEvent) => {
      const { target, clientX, clientY } = event
      if (!(target instanceof Element) || target.closest('input, textarea, select, [role="dialog"]')) return
      const found = menuOf(event, target, { edit: setEditing, remove: setDeleting })
      if (!found) return
      event.preventDefault()
      // The menu key opens it without a pointer, at what has the focus.
      const box = clientX + clientY === 0 ? target.getBoundingClientRect() : null
      openContextMenu({ ...found, x: box ? box.left + 12 : clientX, y: box ? box.bottom : clientY })
    }
    document.addEventListener('contextmenu', open)
    return () => document.removeEventListener('contextmenu', open)
  }, [])
  return (
    <>
      <ContextMenu />
      {editing !== null && documents[editing] && (
        <MetadataDialog document={documents[editing]} onClose={() => setEditing(null)} />
      )}
      {deleting !== null && documents[deleting] && (
        <DeleteDocument documents={[deleting]} onClose={() => setDeleting(null)} />
      )}
    </>
  )
}

interface Found {
  readonly label: string
  readonly entries: readonly MenuEntry[]
}

/** What a menu at an element is about, told by its data; null where there is none. */
function menuOf(event: MouseEvent, target: Element, dialogs: TextDialogs): Found | null {
  const own = <Id extends string>(name: string): Id | null => {
    const holder = target.closest(`[data-${name}]`)
    return (holder?.getAttribute(`data-${name}`) as Id | null) ?? null
  }
  const words = currentWords()
  const text = own<DocumentId>('menu-text')
  if (text !== null) return { label: words.shell.texts, entries: textEntries(text, dialogs) }
  const item = target.closest('.codebook-item')?.getAttribute('data-key') as ThemeId | null | undefined
  const theme = own<ThemeId>('menu-theme') ?? item ?? null
  if (theme !== null) return { label: words.shell.themes, entries: themeEntries(theme) }
  const memo = own<MemoId>('menu-memo')
  if (memo !== null) return { label: words.memos.heading, entries: memoEntries(memo) }
  const listed = target.closest('.annotation-list [data-annotation]')
  const of = own<DocumentId>('of')
  if (listed && of !== null)
    return {
      label: words.annotation.list,
      entries: annotationEntries(of, listed.getAttribute('data-annotation') as AnnotationId)
    }
  if (target.closest('.text, .compare, .running')) return passageMenu(event, target)
  return null
}

/** A selection comes first; else the highlight under the pointer is chosen; else the place itself. */
function passageMenu({ clientX, clientY }: MouseEvent, target: Element): Found {
  const inRows = target.closest('.compare-row') !== null
  const rows = inRows
    ? commandEntries(
        null,
        'compare.accept',
        'compare.mergeRows',
        'compare.splitRow',
        'compare.unlink',
        'compare.pick',
        'compare.put'
      )
    : []
  const label = i18n.t('annotation.toolbar')
  const { surface, selection } = useSurface.getState()
  const under = surface?.caretAt(clientX, clientY) ?? null
  const isInSelection =
    selection !== null &&
    (under === null ||
      (under.document === selection.document &&
        selection.start <= under.offset &&
        under.offset <= selection.end))
  if (isInSelection)
    return {
      label,
      entries: [
        ...commandEntries('annotate.highlight', 'annotate.pick', 'annotate.inVivo', 'annotate.memo'),
        ...commandEntries(null, 'annotate.copyWords', 'annotate.copy', 'reader.renderings', 'annotate.carry'),
        ...rows
      ]
    }
  if (under) surface?.placeCaret(under)
  const mark = (target.closest('[data-annotation]')?.getAttribute('data-annotation') ??
    null) as AnnotationId | null
  if (mark !== null || annotationsAtCaret().length > 0) {
    if (mark !== null) chooseAnnotation(mark)
    return {
      label,
      entries: [
        ...commandEntries('annotate.pick', 'annotate.memo', 'annotate.copyWords', 'annotate.copy'),
        ...commandEntries(
          null,
          'annotate.carry',
          'annotate.split',
          'annotate.merge',
          null,
          'annotate.remove'
        ),
        ...rows
      ]
    }
  }
  return {
    label,
    entries: [
      ...commandEntries('select.word', 'select.sentence', 'select.block'),
      ...commandEntries(null, 'reader.renderings', 'annotate.furniture', 'reader.correct'),
      ...rows
    ]
  }
}
