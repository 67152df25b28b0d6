import { useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useT } from '../state/i18n'
import { useCombobox } from '../ui/use-combobox'
import { type PaletteEntry, paletteEntries, paletteFound } from './palette-entries'

/** Every command with its key, each text and each theme, found by typing; what cannot be done now says why. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [text, setText] = useState('')
  const [entries] = useState(paletteEntries)
  const found = paletteFound(entries, text)
  const run = (entry: PaletteEntry | undefined) => {
    if (!entry || entry.lacks !== null) return
    onClose()
    // After the palette has given the focus back, so that the command finds the text focused.
    requestAnimationFrame(() => entry.run())
  }
  const combobox = useCombobox({
    count: found.length,
    choose: (index) => run(found[index]),
    atEnds: 'stop'
  })
  return (
    <ModalOverlay className="overlay top" isOpen isDismissable onOpenChange={(open) => open || onClose()}>
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label={t('palette.label')}>
          <input
            autoFocus
            role="combobox"
            aria-label={t('palette.label')}
            aria-expanded
            {...combobox.field}
            placeholder={t('palette.placeholder')}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              combobox.restart()
            }}
            onKeyDown={combobox.onKey}
          />
          <ul {...combobox.list} aria-label={t('palette.label')}>
            {found.map((entry, index) => (
              <li
                key={entry.key}
                {...combobox.option(index)}
                aria-disabled={entry.lacks !== null}
                ref={(element) => {
                  if (index === combobox.at) element?.scrollIntoView({ block: 'nearest' })
                }}
              >
                <span className="grow">
                  {entry.name}
                  {entry.lacks !== null && <small>{entry.lacks}</small>}
                </span>
                {entry.hint !== '' && <kbd>{entry.hint}</kbd>}
              </li>
            ))}
          </ul>
          {found.length === 0 && <p className="picker-none">{t('palette.none')}</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
