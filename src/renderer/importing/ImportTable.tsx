import { useRef } from 'react'
import type { ImportFile } from '../../shared/ipc/import-answers'
import type { Rendering } from '../../shared/model/document'
import { useT } from '../state/i18n'
import { errorText } from '../state/toasts'
import { renderings } from '../ui/MetadataFields'
import { type Draft, faultyFields } from '../ui/metadata-draft'
import { useWindowed } from '../ui/use-windowed'
import { EncodingField } from './EncodingField'
import type { ImportDraft } from './import-draft'
import { useWarningWords } from './use-warning-words'

const rowHeight = 44

interface Props {
  readonly files: readonly ImportFile[]
  readonly drafts: Readonly<Record<string, ImportDraft>>
  /** For texts that are nearly the same as another, which that is and how far. */
  readonly near: Readonly<Record<string, string>>
  readonly chosen: string | null
  readonly selected: ReadonlySet<string>
  /** A click: alone, added to the others (Ctrl), or up to there (Shift). */
  readonly choose: (key: string, how: 'alone' | 'more' | 'through') => void
  readonly include: (key: string, included: boolean) => void
  /** Changes a field: of every selected text where this one is among them. */
  readonly edit: (key: string, patch: Partial<Draft>) => void
  readonly readAgain: (key: string, encoding: string) => void
}

/** Every file on its way in: what became of it and what is known of it, to be changed where it stands. */
export function ImportTable(props: Props) {
  const t = useT()
  const table = useRef<HTMLTableElement>(null)
  const { indices, before, after } = useWindowed(props.files.length, () => rowHeight, table)
  return (
    <div className="import-table" data-scroller>
      <table ref={table} aria-label={t('import.files')}>
        <thead>
          <tr>
            <th aria-label={t('import.include')} />
            <th>{t('import.file')}</th>
            <th>{t('metadata.title')}</th>
            <th>{t('library.published')}</th>
            <th>{t('library.language')}</th>
            <th>{t('library.rendering')}</th>
            <th>{t('library.publisher')}</th>
            <th>{t('import.encodingHead')}</th>
            <th className="words">{t('library.words')}</th>
          </tr>
        </thead>
        <tbody className="import-files">
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {indices.flatMap((index) => {
            const file = props.files[index]
            return file ? [<Row key={file.key} file={file} {...props} />] : []
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  )
}

function Row({
  file,
  drafts,
  near,
  chosen,
  selected,
  choose,
  include,
  edit,
  readAgain
}: Props & { file: ImportFile }) {
  const t = useT()
  const { key, name, parsed } = file
  const draft = drafts[key]
  const faulty: readonly string[] = draft?.included ? faultyFields(draft.metadata) : []
  const state = [key === chosen && 'on', selected.has(key) && 'selected'].filter(Boolean).join(' ')
  const field = (of: 'title' | 'published' | 'language' | 'publisher', label: string) =>
    draft && (
      <input
        aria-label={`${label}: ${name}`}
        aria-invalid={faulty.includes(of)}
        value={draft.metadata[of]}
        onFocus={() => chosen !== key && !selected.has(key) && choose(key, 'alone')}
        onChange={(event) => edit(key, { [of]: event.target.value })}
      />
    )
  return (
    <tr className={state} aria-selected={selected.has(key)}>
      <td>
        <input
          type="checkbox"
          aria-label={`${t('import.include')}: ${name}`}
          checked={draft?.included ?? false}
          disabled={!draft}
          onChange={(event) => include(key, event.target.checked)}
        />
      </td>
      <td className="file">
        <button
          type="button"
          aria-current={key === chosen}
          onClick={(event) =>
            choose(key, event.shiftKey ? 'through' : event.ctrlKey || event.metaKey ? 'more' : 'alone')
          }
        >
          <b>{name}</b>
          <Status file={file} near={near[key]} />
        </button>
      </td>
      {draft && parsed ? (
        <>
          <td className="title">{field('title', t('metadata.title'))}</td>
          <td className="date">{field('published', t('library.published'))}</td>
          <td className="language">{field('language', t('library.language'))}</td>
          <td className="rendering">
            <select
              aria-label={`${t('library.rendering')}: ${name}`}
              value={draft.metadata.rendering}
              onChange={(event) => edit(key, { rendering: event.target.value as Rendering })}
            >
              {renderings.map((each) => (
                <option key={each} value={each}>
                  {t(`rendering.${each}`)}
                </option>
              ))}
            </select>
          </td>
          <td className="publisher">{field('publisher', t('library.publisher'))}</td>
          <td className="encoding">
            <EncodingField name={name} encoding={parsed.encoding} choose={(each) => readAgain(key, each)} />
          </td>
          <td className="words">{parsed.words.toLocaleString()}</td>
        </>
      ) : (
        <td colSpan={7}>{file.error && <small className="refused">{errorText(file.error)}</small>}</td>
      )}
    </tr>
  )
}

/** What a person should know of a file, in one line. */
function Status({ file, near }: { file: ImportFile; near: string | undefined }) {
  const t = useT()
  const inWords = useWarningWords()
  if (file.error) return null
  const told = [
    ...(file.known ? [t('import.known')] : near ? [near] : []),
    ...(file.parsed?.rendering === 'machine' ? [t('import.machine')] : []),
    ...(file.parsed?.highlights ? [t('import.highlights', { count: file.parsed.highlights })] : []),
    ...(file.parsed?.warnings ?? []).map(inWords)
  ]
  return told.length > 0 ? <small title={told.join('\n')}>{told.join(' · ')}</small> : null
}
