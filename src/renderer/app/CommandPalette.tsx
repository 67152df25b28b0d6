import { type KeyboardEvent, useId, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { fill } from '../../shared/locales/fill'
import { fold } from '../../shared/text/fold'
import { allCommands, type Command, canPerform, keyLabel, paramsOf, perform } from '../state/commands'
import { useT, useWords } from '../state/i18n'

/** Every command with its key, found by typing. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useT()
  const id = useId()
  const words = useWords()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [commands] = useState(() => allCommands().filter((each) => !each.hidden))
  // Asked once, as the palette opens: what can be done depends on what is selected behind it.
  const [possible] = useState(() => new Set(commands.filter(canPerform)))
  const name = (command: Command) => fill(words.command[command.id], paramsOf(command))
  const wanted = fold(text.trim()).text
  const found = commands.filter((each) => fold(name(each)).text.includes(wanted))
  const run = (command: Command | undefined) => {
    if (!command || !possible.has(command)) return
    onClose()
    // After the palette has given the focus back, so that the command finds the text focused.
    requestAnimationFrame(() => perform(command))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') run(found[at])
    else if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else return
    event.preventDefault()
  }
  return (
    <ModalOverlay className="overlay top" isOpen isDismissable onOpenChange={(open) => open || onClose()}>
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label={t('palette.label')}>
          <input
            autoFocus
            role="combobox"
            aria-label={t('palette.label')}
            aria-expanded
            aria-controls={`${id}-list`}
            aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
            placeholder={t('palette.placeholder')}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setAt(0)
            }}
            onKeyDown={onKeyDown}
          />
          <ul id={`${id}-list`} role="listbox" aria-label={t('palette.label')}>
            {found.map((command, index) => (
              <li
                key={`${command.id} ${command.keys?.[0] ?? ''}`}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                aria-disabled={!possible.has(command)}
                tabIndex={-1}
                ref={(element) => {
                  if (index === at) element?.scrollIntoView({ block: 'nearest' })
                }}
                onMouseDown={(event) => {
                  event.preventDefault()
                  run(command)
                }}
              >
                <span className="grow">{name(command)}</span>
                {command.keys?.[0] && <kbd>{keyLabel(command.keys[0])}</kbd>}
              </li>
            ))}
          </ul>
          {found.length === 0 && <p className="picker-none">{t('palette.none')}</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
