import { Pencil, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useT } from '../state/i18n'
import type { ExportDesk, ExportDeskState } from './export-desk'

/** Settings that have a name: chosen, kept, renamed, deleted. */
export function PresetBar({
  desk,
  presets,
  preset
}: Pick<ExportDeskState, 'presets' | 'preset'> & { readonly desk: ExportDesk }) {
  const t = useT()
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null)
  const start = useRef<HTMLSelectElement>(null)
  const done = () => {
    setNaming(null)
    requestAnimationFrame(() => start.current?.focus())
  }
  if (naming)
    return (
      <NameForm
        first={naming === 'rename' ? (preset ?? '') : ''}
        keep={(name) => {
          void (naming === 'rename' && preset ? desk.renamePreset(preset, name) : desk.keepPreset(name))
          done()
        }}
        cancel={done}
      />
    )
  return (
    <div className="export-presets">
      <label>
        {t('export.preset')}
        <select
          ref={start}
          value={preset ?? ''}
          onChange={({ target }) => target.value !== '' && desk.applyPreset(target.value)}
        >
          <option value="">{t(presets.length === 0 ? 'export.noPresets' : 'export.ownSettings')}</option>
          {presets.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="bar-button" onClick={() => setNaming('new')}>
        {t('export.keepPreset')}
      </button>
      {preset !== null && (
        <>
          <button
            type="button"
            className="icon-button"
            aria-label={t('export.renamePreset', { name: preset })}
            title={t('export.renamePreset', { name: preset })}
            onClick={() => setNaming('rename')}
          >
            <Pencil size={14} aria-hidden />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t('export.dropPreset', { name: preset })}
            title={t('export.dropPreset', { name: preset })}
            onClick={() => {
              void desk.dropPreset(preset)
              start.current?.focus()
            }}
          >
            <Trash2 size={14} aria-hidden />
          </button>
        </>
      )}
    </div>
  )
}

function NameForm({
  first,
  keep,
  cancel
}: {
  first: string
  keep: (name: string) => void
  cancel: () => void
}) {
  const t = useT()
  const [name, setName] = useState(first)
  return (
    <form
      className="export-presets"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') keep(name)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        cancel()
      }}
    >
      <input
        autoFocus
        aria-label={t('export.presetName')}
        placeholder={t('export.presetName')}
        maxLength={100}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="button" disabled={name.trim() === ''}>
        {t('common.save')}
      </button>
      <button type="button" className="bar-button" onClick={cancel}>
        {t('common.cancel')}
      </button>
    </form>
  )
}
