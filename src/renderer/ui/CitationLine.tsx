import { useId, useMemo, useState } from 'react'
import type { CitationPreview } from '../../shared/citation/citation-styles'
import type { RichText } from '../../shared/export/rich-text'
import type { AppError } from '../../shared/model/result'
import { useT } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { errorText } from '../state/toasts'
import { useAnswer } from '../state/use-answer'
import { CitationStylePicker } from './CitationStylePicker'
import { type Draft, fromDraft } from './metadata-draft'

/** So long after the last key the citation is made again. */
const pauseMs = 200

/** How a text is cited in the style chosen, while its record is being written. */
export function CitationLine({ draft }: { draft: Draft }) {
  const t = useT()
  const id = useId()
  const { preview, problem } = usePreview(draft)
  return (
    <section className="citation-line" aria-labelledby={id}>
      <h3 id={id}>{t('citing.reads')}</h3>
      <CitationStylePicker />
      {problem && <p className="field-error">{errorText(problem)}</p>}
      {preview && (
        <dl>
          <dt className="visually-hidden">{t('citing.reads')}</dt>
          <dd className="cited">
            <Runs text={preview.cited} />
          </dd>
          {preview.entry.length > 0 && (
            <>
              <dt>{t('citing.entry')}</dt>
              <dd className="entry">
                <Runs text={preview.entry} />
              </dd>
            </>
          )}
        </dl>
      )}
    </section>
  )
}

interface Shown {
  readonly preview: CitationPreview | null
  readonly problem: AppError | null
}

/** What the fields come to as a citation; while one of them cannot stand, what they came to before. */
function usePreview(draft: Draft): Shown {
  const { citationStyle: style, language } = usePreferences()
  const metadata = useMemo(() => fromDraft(draft), [draft])
  const [valid, setValid] = useState(metadata)
  if (metadata && metadata !== valid) setValid(metadata)
  const asked = valid ? { style, language, metadata: valid } : undefined
  const { latest, error } = useAnswer('citation.preview', asked, { pauseMs })
  return { preview: error ? null : latest, problem: error }
}

const looks = ['italic', 'bold', 'smallCaps', 'superscript', 'subscript', 'underline'] as const

function Runs({ text }: { text: RichText }) {
  let at = 0
  return text.map((run) => {
    const key = at
    at += run.text.length
    const look = looks.filter((each) => run[each]).map((each) => `run-${each}`)
    return (
      <span key={key} className={look.join(' ')}>
        {run.text}
      </span>
    )
  })
}
