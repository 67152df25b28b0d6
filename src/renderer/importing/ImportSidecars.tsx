import { BookMarked, Highlighter, Tags } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ImportSidecar } from '../../shared/ipc/import-answers'
import { useT } from '../state/i18n'
import { useWindowed } from '../ui/use-windowed'
import { factsTold, type TextChoice } from './sidecar-texts'
import type { SidecarDraft, useSidecars } from './use-sidecars'
import { useWarningWords } from './use-warning-words'

const rowHeight = 52
const icons = { highlights: Highlighter, reference: BookMarked, codebook: Tags }

interface Props {
  readonly said: ReturnType<typeof useSidecars>
  /** The texts that something may be said of, by their names. */
  readonly texts: ReadonlyMap<string, TextChoice>
}

/** What files say of texts that lie elsewhere: which text each is taken to mean, to be confirmed or changed. */
export function ImportSidecars({ said, texts }: Props) {
  const t = useT()
  const list = useRef<HTMLUListElement>(null)
  const [all, setAll] = useState(false)
  const isPlaced = ({ about, meant }: ImportSidecar) => about.kind === 'codebook' || meant !== null
  const placed = said.sidecars.filter(isPlaced)
  const rest = said.sidecars.length - placed.length
  // A whole bibliography for a handful of texts: what fits none of them is shown on demand.
  const folds = rest > 8 && !all
  const shown = folds ? placed : [...said.sidecars].sort((a, b) => Number(isPlaced(b)) - Number(isPlaced(a)))
  const { indices, before, after } = useWindowed(shown.length, () => rowHeight, list)
  return (
    <section className="sidecars" aria-label={t('sidecar.heading')} data-scroller>
      <ul ref={list}>
        {before > 0 && <li aria-hidden style={{ height: before }} />}
        {indices.flatMap((index) => {
          const sidecar = shown[index]
          const draft = sidecar && said.drafts[sidecar.key]
          return sidecar && draft
            ? [
                <Row
                  key={sidecar.key}
                  sidecar={sidecar}
                  draft={draft}
                  texts={texts}
                  update={(patch) => said.update(sidecar.key, patch)}
                />
              ]
            : []
        })}
        {after > 0 && <li aria-hidden style={{ height: after }} />}
      </ul>
      {folds && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t('sidecar.fitNone', { count: rest })}
        </button>
      )}
    </section>
  )
}

interface RowProps {
  readonly sidecar: ImportSidecar
  readonly draft: SidecarDraft
  readonly texts: Props['texts']
  readonly update: (patch: Partial<SidecarDraft>) => void
}

function Row({ sidecar, draft, texts, update }: RowProps) {
  const t = useT()
  const { about, name, meant, warnings } = sidecar
  const Icon = icons[about.kind]
  const text = texts.get(draft.text)
  const inWords = useWarningWords()
  const told = warnings.map(inWords)
  const how = meant && draft.included && text ? t(`sidecar.by.${meant.by}`) : ''
  const label = useLabel(about)
  const effect =
    about.kind === 'reference' && text
      ? factsTold(text, about.facts, draft.replace)
      : { does: '', differing: 0 }
  const details = [name, effect.does, how, ...told].filter(Boolean).join(' · ')
  return (
    <li>
      <input
        type="checkbox"
        aria-label={`${t('sidecar.include')}: ${label}`}
        checked={draft.included}
        disabled={about.kind !== 'codebook' && draft.text === ''}
        onChange={(event) => update({ included: event.target.checked })}
      />
      <Icon size={16} aria-hidden />
      <span className="grow">
        <b title={label}>{label}</b>
        <small title={details}>{details}</small>
      </span>
      {effect.differing > 0 && (
        <label className="replace">
          <input
            type="checkbox"
            checked={draft.replace}
            onChange={(event) => update({ replace: event.target.checked })}
          />
          {t('sidecar.replace', { count: effect.differing })}
        </label>
      )}
      {about.kind !== 'codebook' && (
        <TextSelect
          label={`${t('sidecar.text')}: ${label}`}
          value={draft.text}
          texts={texts}
          choose={(value) => update({ text: value, included: value !== '' })}
        />
      )}
    </li>
  )
}

function useLabel(about: ImportSidecar['about']): string {
  const t = useT()
  if (about.kind === 'codebook')
    return [
      t('sidecar.themes', { count: about.themes }),
      about.groups > 0 ? t('sidecar.groups', { count: about.groups }) : '',
      about.memos > 0 ? t('sidecar.memos', { count: about.memos }) : ''
    ]
      .filter(Boolean)
      .join(', ')
  const of =
    about.of.title || about.of.source || (about.kind === 'highlights' ? `“${about.sample}”` : about.of.doi)
  return about.kind === 'reference' ? of : t('sidecar.highlights', { count: about.count, of })
}

/** A list of all texts is made when it is asked for: there may be many rows and many texts. */
function TextSelect({
  label,
  value,
  texts,
  choose
}: {
  label: string
  value: string
  texts: Props['texts']
  choose: (value: string) => void
}) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const own = texts.get(value)
  const choices = open ? [...texts] : own ? [[value, own] as const] : []
  return (
    <select
      aria-label={label}
      value={own ? value : ''}
      onPointerDown={() => setOpen(true)}
      onFocus={() => setOpen(true)}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{t('sidecar.noText')}</option>
      {choices.map(([name, { metadata }]) => (
        <option key={name} value={name}>
          {metadata.title}
        </option>
      ))}
    </select>
  )
}
