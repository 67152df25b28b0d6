import type { FormulaLine } from '../../shared/formulae/formula-answers'
import { plainlyMeant } from '../../shared/formulae/meant'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useProject } from '../state/project'

/** Places with their sentences, and what other versions say there; each opens its passage. */
export function FormulaLinesList({ lines }: { readonly lines: readonly FormulaLine[] }) {
  const t = useT()
  const documents = useProject((project) => project.state.documents)
  return (
    <ol className="formula-lines">
      {lines.map(({ document, start, end, left, hit, right, meant, beside }) => {
        const own = documents[document]
        return (
          <li key={`${document} ${start}`}>
            <button
              type="button"
              onClick={() => navigate({ name: 'reader', document, at: start, end })}
              lang={own?.language ?? ''}
            >
              <span className="sentence">
                {left}
                <mark>{hit}</mark>
                {right}
              </span>
              <span className="cite">
                {[
                  own?.publisher,
                  own?.published?.date,
                  own?.title,
                  meant < plainlyMeant && t('formulae.meant', { percent: Math.round(100 * meant) })
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
            {beside.map((other) => (
              <p key={other.document} className="beside" lang={documents[other.document]?.language ?? ''}>
                {other.text}
              </p>
            ))}
          </li>
        )
      })}
    </ol>
  )
}
