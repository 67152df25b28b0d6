import { type Mentioned, memoLinks } from '../../shared/memos/links'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useProject } from '../state/project'
import { useAnswer } from '../state/use-answer'
import { goToTarget, labelOf } from './go-to-target'

const pauseMs = 250

/** Under a memo or a record: where its own links lead, and which memos mention it. */
export function MemoLinks({ text, target }: { text: string; target: Mentioned }) {
  const t = useT()
  const changes = useProject((project) => project.changes)
  // It looks through every memo: once one has stopped for a moment.
  const listed = useAnswer('memos.mentioning', target, { again: changes, pauseMs }).latest ?? []
  const links = memoLinks(text)
  if (links.length === 0 && listed.length === 0) return null
  return (
    <div className="memo-links">
      {links.map((link) => (
        <button
          key={link.start}
          type="button"
          className={`memo-link ${link.target.kind}`}
          onClick={() => goToTarget(link.target)}
        >
          {labelOf(link.target, link.label).label}
        </button>
      ))}
      {listed.length > 0 && <h3>{t('memos.backlinks')}</h3>}
      {listed.map(({ memo, annotation, title }) => (
        <button
          key={memo?.id ?? annotation?.id}
          type="button"
          className="backlink"
          onClick={() => {
            if (memo) navigate({ name: 'memos', memo: memo.id })
            else if (annotation)
              navigate({ name: 'reader', document: annotation.document, annotation: annotation.id })
          }}
        >
          {title.slice(0, 80) || t('memos.untitled')}
        </button>
      ))}
    </div>
  )
}
