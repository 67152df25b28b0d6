import type { VariorumDocument } from '../../shared/model/document'
import { runCommand } from '../app/api/commands'
import { useT } from '../app/api/i18n'

/** What is known of a text, in one quiet line above it. */
export function DocumentMeta({ document }: { document: VariorumDocument }) {
  const t = useT()
  const { published, event, publisher, author, rendering, words, credit } = document
  const facts = [
    published ? t('reader.published', { date: published.date }) : '',
    event ? t('reader.event', { date: event.date }) : '',
    publisher,
    author,
    rendering === 'unknown' ? '' : t(`rendering.${rendering}`),
    t('reader.fewWords', { count: words }),
    credit
  ]
  const { length } = document.revisions
  return (
    <p className="meta">
      {facts.filter(Boolean).join(' · ')}
      {length > 1 && (
        <button type="button" className="link" onClick={() => runCommand('reader.revisions')}>
          {t('reader.revisions', { count: length - 1 })}
        </button>
      )}
    </p>
  )
}
