import type { ProposedField, Rendering } from '../../shared/model/document'
import { useT } from '../state/i18n'
import { CitationLine } from './CitationLine'
import { Field } from './Field'
import { confirmed, type Draft, edited, faultyFields, type SharedField } from './metadata-draft'
import { NamesInput } from './NamesInput'
import { RecordFields } from './RecordFields'

export const renderings: readonly Rendering[] = ['source', 'official', 'unofficial', 'machine', 'unknown']

interface Props {
  readonly draft: Draft
  /** Where several texts are changed at once: the fields in which they differ. What they say there is not shown. */
  readonly differing?: ReadonlySet<SharedField>
  readonly onChange: (draft: Draft) => void
}

const none: ReadonlySet<SharedField> = new Set()

/** The form of what is known of a text. What was only proposed says so until a person confirms or changes it. */
export function MetadataFields({ draft, differing = none, onChange }: Props) {
  const t = useT()
  const faulty = faultyFields(draft)
  const several = (key: SharedField) =>
    differing.has(key) ? { value: '', placeholder: t('library.several') } : null
  const wrong = {
    title: t('metadata.titleWrong'),
    language: t('metadata.languageWrong'),
    published: t('metadata.dateWrong'),
    event: t('metadata.dateWrong')
  }
  const change = (patch: Partial<Draft>) => onChange(edited(draft, patch))
  const about = (key: ProposedField | 'source'): { error?: string; mark?: React.ReactNode } => {
    const found = faulty.find((each) => each === key)
    const proposed = draft.proposed.find((each) => each === key)
    return {
      ...(found ? { error: wrong[found] } : {}),
      ...(proposed
        ? {
            mark: (
              <button
                type="button"
                className="proposed"
                title={t('metadata.confirmHint')}
                onClick={() => onChange(confirmed(draft, proposed))}
              >
                {t('metadata.proposed')}
              </button>
            )
          }
        : {})
    }
  }
  const text = (key: 'title' | 'publisher' | 'source' | 'credit' | 'language') => (
    <Field label={t(`metadata.${key}`)} {...about(key)}>
      <input
        name={key}
        value={draft[key]}
        // A title is each text's own.
        disabled={key === 'title' && differing.has(key)}
        {...several(key)}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </Field>
  )
  const date = (key: 'published' | 'event') => (
    <Field label={t(`metadata.${key}`)} hint={t('metadata.dateHint')} {...about(key)}>
      <input
        name={key}
        value={draft[key]}
        {...several(key)}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </Field>
  )
  return (
    <>
      <div className="metadata-fields">
        <div className="wide">{text('title')}</div>
        {date('published')}
        {date('event')}
        <Field label={t('metadata.rendering')} {...about('rendering')}>
          <select
            value={differing.has('rendering') ? '' : draft.rendering}
            onChange={(event) => change({ rendering: event.target.value as Rendering })}
          >
            {differing.has('rendering') && <option value="">{t('library.several')}</option>}
            {renderings.map((each) => (
              <option key={each} value={each}>
                {t(`rendering.${each}`)}
              </option>
            ))}
          </select>
        </Field>
        {text('language')}
        {text('publisher')}
        <Field label={t('csl.author')} hint={t('metadata.namesHint')} {...about('author')}>
          <NamesInput
            name="author"
            field="author"
            record={draft.csl}
            isDiffering={differing.has('author')}
            placeholder={several('author')?.placeholder ?? ''}
            change={(csl) => change({ csl })}
          />
        </Field>
        {text('source')}
        {text('credit')}
        <div className="wide">
          <Field label={t('metadata.notes')}>
            <textarea
              rows={2}
              value={draft.notes}
              {...several('notes')}
              onChange={(event) => change({ notes: event.target.value })}
            />
          </Field>
        </div>
      </div>
      <RecordFields record={draft.csl} change={(csl) => change({ csl })} />
      <CitationLine draft={draft} />
    </>
  )
}
