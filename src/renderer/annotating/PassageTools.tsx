import { Combine, Copy, Quote, Scissors } from 'lucide-react'
import { passageLink } from '../../shared/memos/links'
import type { Annotation } from '../../shared/model/annotation'
import { keyLabel } from '../state/commands'
import { copyExcerpts } from '../state/copy-excerpts'
import { i18n, useT } from '../state/i18n'
import { change, currentProject, useProject } from '../state/project'
import { showToast } from '../state/toasts'
import { mergeWithNext, splitHere } from './resize-annotation'

/** What can be done with the active annotation as a whole: copy it, cut it, join it, make it its theme's example. */
export function PassageTools({ annotation }: { annotation: Annotation }) {
  const t = useT()
  const first = annotation.codings[0]?.theme
  const theme = useProject((project) => (first === undefined ? undefined : project.state.themes[first]))
  return (
    <span className="passage-tools">
      <button
        type="button"
        className="icon-button"
        aria-label={t('command.annotate.copy')}
        title={t('command.annotate.copy')}
        onClick={() => void copyExcerpts({ of: 'excerpts', query: {}, chosen: [annotation.id] })}
      >
        <Copy size={13} aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('annotation.split')}
        title={`${t('annotation.split')} (${keyLabel('|')})`}
        onClick={() => void splitHere()}
      >
        <Scissors size={13} aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('annotation.merge')}
        title={`${t('annotation.merge')} (${keyLabel('&')})`}
        onClick={() => void mergeWithNext()}
      >
        <Combine size={13} aria-hidden />
      </button>
      {theme && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('annotation.asExample', { name: theme.name })}
          title={t('annotation.asExample', { name: theme.name })}
          onClick={() => void setExample(annotation)}
        >
          <Quote size={13} aria-hidden />
        </button>
      )}
    </span>
  )
}

/** Makes a passage the anchor example of its first theme: its words, and a link to it. */
async function setExample(annotation: Annotation): Promise<void> {
  const id = annotation.codings[0]?.theme
  const { state } = currentProject()
  const theme = id === undefined ? undefined : state.themes[id]
  const title = state.documents[annotation.document]?.title ?? ''
  if (!theme) return
  const { exact } = annotation.selector
  const example = `“${exact.slice(0, 15_000)}” ${passageLink(annotation, title)}`
  if (await change({ type: 'theme.update', id: theme.id, patch: { example } }))
    showToast(i18n.t('annotation.exampleSet', { name: theme.name }))
}
