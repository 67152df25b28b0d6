import { useEffect, useId, useState } from 'react'
import type { CitationPreview } from '../../shared/citation/citation-styles'
import type { RichText } from '../../shared/export/rich-text'
import type { AppError } from '../../shared/model/result'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { errorText } from '../state/toasts'
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
  const [shown, setShown] = useState<Shown>({ preview: null, problem: null })
  useEffect(() => {
    const metadata = fromDraft(draft)
    if (!metadata) return
    let isCurrent = true
    const timer = setTimeout(async () => {
      const answer = await call('citation.preview', { style, language, metadata })
      if (!isCurrent) return
      setShown(
        answer.ok ? { preview: answer.value, problem: null } : { preview: null, problem: answer.error }
      )
    }, pauseMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [draft, style, language])
  return shown
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
