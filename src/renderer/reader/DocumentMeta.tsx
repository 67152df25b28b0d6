import type { VariorumDocument } from '../../shared/model/document'
import { spokenNames } from '../../shared/model/names'
import { memosOn } from '../../shared/operations/memos-on'
import { countsCharacters } from '../../shared/text/length-unit'
import { runCommand } from '../state/commands'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useFigures } from '../state/number-format'
import { useProject } from '../state/project'
import { addMemo } from '../writing/add-memo'

/** What is known of a text, in one quiet line above it. */
export function DocumentMeta({ document }: { document: VariorumDocument }) {
  const t = useT()
  const figures = useFigures()
  const { published, event, publisher, csl, rendering, words, credit, proposed, language } = document
  const facts = [
    published ? t('reader.published', { date: published.date }) : '',
    event ? t('reader.event', { date: event.date }) : '',
    publisher,
    spokenNames(csl.author),
    rendering === 'unknown'
      ? ''
      : `${t(`rendering.${rendering}`)}${proposed.includes('rendering') ? ` (${t('metadata.proposed')})` : ''}`,
    t(countsCharacters(language) ? 'reader.characters' : 'reader.fewWords', {
      count: words,
      n: figures.whole(words)
    }),
    // Without its label it would read as the author.
    credit === '' ? '' : `${t('metadata.credit')}: ${credit}`
  ]
  const { length } = document.revisions
  const memos = useProject((project) => project.state.memos)
  const own = memosOn(memos, 'document', document.id)
  return (
    <p className="meta">
      {facts.filter(Boolean).join(' · ')}
      {length > 1 && (
        <button type="button" className="link" onClick={() => runCommand('reader.revisions')}>
          {t('reader.revisions', { count: length - 1 })}
        </button>
      )}
      {own.map((memo) => (
        <button
          key={memo.id}
          type="button"
          className="link"
          onClick={() => navigate({ name: 'memos', memo: memo.id })}
        >
          {t('annotation.memo')}: {memo.title || memo.text.slice(0, 40) || t('memos.untitled')}
        </button>
      ))}
      <button
        type="button"
        className="link write-memo"
        onClick={() =>
          void addMemo({ kind: 'document', id: document.id }).then(
            (memo) => memo !== null && navigate({ name: 'memos', memo })
          )
        }
      >
        {t('themes.writeMemo')}
      </button>
    </p>
  )
}
