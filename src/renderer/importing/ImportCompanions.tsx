import { BookMarked, Highlighter, Tags } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ImportCompanion } from '../../shared/ipc/import-answers'
import { useT } from '../app/api/i18n'
import { useWindowed } from '../ui/use-windowed'
import { factsTold, type TextChoice } from './companion-texts'
import type { CompanionDraft, useCompanions } from './use-companions'
import { useWarningWords } from './use-warning-words'

const rowHeight = 52
const icons = { highlights: Highlighter, reference: BookMarked, codebook: Tags }

interface Props {
  readonly said: ReturnType<typeof useCompanions>
  /** The texts that something may be said of, by their names. */
  readonly texts: ReadonlyMap<string, TextChoice>
}

/** What files say of texts that lie elsewhere: which text each is taken to mean, to be confirmed or changed. */
export function ImportCompanions({ said, texts }: Props) {
  const t = useT()
  const list = useRef<HTMLUListElement>(null)
  const [all, setAll] = useState(false)
  const isPlaced = ({ about, meant }: ImportCompanion) => about.kind === 'codebook' || meant !== null
  const placed = said.companions.filter(isPlaced)
  const rest = said.companions.length - placed.length
  // A whole bibliography for a handful of texts: what fits none of them is shown on demand.
  const folds = rest > 8 && !all
  const shown = folds
    ? placed
    : [...said.companions].sort((a, b) => Number(isPlaced(b)) - Number(isPlaced(a)))
  const { indices, before, after } = useWindowed(shown.length, () => rowHeight, list)
  return (
    <section className="companions" aria-label={t('companion.heading')} data-scroller>
      <ul ref={list}>
        {before > 0 && <li aria-hidden style={{ height: before }} />}
        {indices.flatMap((index) => {
          const companion = shown[index]
          const draft = companion && said.drafts[companion.key]
          return companion && draft
            ? [
                <Row
                  key={companion.key}
                  companion={companion}
                  draft={draft}
                  texts={texts}
                  update={(patch) => said.update(companion.key, patch)}
                />
              ]
            : []
        })}
        {after > 0 && <li aria-hidden style={{ height: after }} />}
      </ul>
      {folds && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t('companion.fitNone', { count: rest })}
        </button>
      )}
    </section>
  )
}

interface RowProps {
  readonly companion: ImportCompanion
  readonly draft: CompanionDraft
  readonly texts: Props['texts']
  readonly update: (patch: Partial<CompanionDraft>) => void
}

function Row({ companion, draft, texts, update }: RowProps) {
  const t = useT()
  const { about, name, meant, warnings } = companion
  const Icon = icons[about.kind]
  const text = texts.get(draft.text)
  const inWords = useWarningWords()
  const told = warnings.map(inWords)
  const how = meant && draft.included && text ? t(`companion.by.${meant.by}`) : ''
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
        aria-label={`${t('companion.include')}: ${label}`}
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
          {t('companion.replace', { count: effect.differing })}
        </label>
      )}
      {about.kind !== 'codebook' && (
        <TextSelect
          label={`${t('companion.text')}: ${label}`}
          value={draft.text}
          texts={texts}
          choose={(value) => update({ text: value, included: value !== '' })}
        />
      )}
    </li>
  )
}

function useLabel(about: ImportCompanion['about']): string {
  const t = useT()
  if (about.kind === 'codebook')
    return [
      t('companion.themes', { count: about.themes }),
      about.groups > 0 ? t('companion.groups', { count: about.groups }) : '',
      about.memos > 0 ? t('companion.memos', { count: about.memos }) : ''
    ]
      .filter(Boolean)
      .join(', ')
  const of =
    about.of.title || about.of.source || (about.kind === 'highlights' ? `“${about.sample}”` : about.of.doi)
  return about.kind === 'reference' ? of : t('companion.highlights', { count: about.count, of })
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
      <option value="">{t('companion.noText')}</option>
      {choices.map(([name, { metadata }]) => (
        <option key={name} value={name}>
          {metadata.title}
        </option>
      ))}
    </select>
  )
}
