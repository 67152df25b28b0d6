import type { ImportedText, ImportFile } from '../../shared/ipc/import-answers'
import type { Work } from '../../shared/model/work'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { AttributesField } from '../ui/AttributesField'
import { Field } from '../ui/Field'
import { MetadataFields } from '../ui/MetadataFields'
import { type Draft, differingFields } from '../ui/metadata-draft'
import type { ImportDraft } from './import-draft'
import { SheetFields } from './SheetFields'
import type { useImport } from './use-import'

interface Props {
  readonly file: ImportFile
  readonly text: ImportedText
  readonly draft: ImportDraft
  readonly incoming: ReturnType<typeof useImport>
}

/** Everything known of the chosen text. Where several are selected a change is made in all of them, but for the title. */
export function ImportDetails({ file, text, draft, incoming }: Props) {
  const t = useT()
  const works = useProject((project) => project.state.works)
  const { key } = file
  const together = incoming.selected.has(key) ? [...incoming.selected] : [key]
  const drafts = together.flatMap((each) => incoming.drafts[each] ?? [])
  const differing = differingFields(drafts.map(({ metadata }) => metadata))
  const worksDiffer = drafts.some(({ work }) => work !== draft.work)
  const change = (metadata: Draft) => {
    const changed = Object.entries(metadata).filter(
      ([field, value]) => draft.metadata[field as keyof Draft] !== value
    )
    const { proposed, ...fields } = Object.fromEntries(changed)
    if (Object.keys(fields).length > 0) incoming.edit(key, fields)
    else if (proposed) incoming.confirm(key, metadata.proposed)
  }
  return (
    <div className="import-fields">
      {text.signs.length > 0 && (
        <p className="note">
          {t('import.signs', { signs: text.signs.map((sign) => t(`sign.${sign}`)).join(', ') })}
        </p>
      )}
      {text.sheet && (
        <SheetFields sheet={text.sheet} change={(columns) => void incoming.readAgain(key, { columns })} />
      )}
      {text.chapters > 1 && (
        <Field label={t('import.chapters')}>
          <select
            value={text.part === '' ? 'one' : 'each'}
            onChange={(event) => void incoming.readAgain(key, { chapters: event.target.value === 'each' })}
          >
            <option value="one">{t('import.chaptersOne')}</option>
            <option value="each">{t('import.chaptersEach', { count: text.chapters })}</option>
          </select>
        </Field>
      )}
      <Field label={t('metadata.work')} hint={t('import.workHint')}>
        <input
          list="import-works"
          value={worksDiffer ? '' : draft.work}
          placeholder={worksDiffer ? t('library.several') : ''}
          onChange={(event) => incoming.setWork(key, event.target.value)}
        />
      </Field>
      <datalist id="import-works">
        {workTitles(works, incoming.drafts).map((title) => (
          <option key={title} value={title} />
        ))}
      </datalist>
      <MetadataFields draft={draft.metadata} differing={differing} onChange={change} />
      <AttributesField
        attributes={draft.metadata.attributes}
        change={(attributes) => incoming.edit(key, { attributes })}
      />
    </div>
  )
}

function workTitles(
  works: Readonly<Record<string, Work>>,
  drafts: Readonly<Record<string, ImportDraft>>
): string[] {
  const titles = [
    ...Object.values(works).map((work) => work.title),
    ...Object.values(drafts).map((draft) => draft.work)
  ]
  return [...new Set(titles.filter((title) => title !== ''))].sort()
}
