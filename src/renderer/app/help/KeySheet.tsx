import { useState } from 'react'
import { fill } from '../../../shared/locales/fill'
import { fold } from '../../../shared/text/fold'
import { allCommands, type Command, keyLabel, paramsOf } from '../../state/commands'
import { useT, useWords } from '../../state/i18n'

/** In this order; what belongs to none of them stands with the desk. */
const rooms = ['annotate', 'select', 'reader', 'compare', 'settle', 'concordance', 'codebook', 'app'] as const
type Room = (typeof rooms)[number]

/** Every key that means something in the place behind it, by what it is for, found by typing. */
export function KeySheet() {
  const t = useT()
  const words = useWords()
  const [typed, setTyped] = useState('')
  // As it was when the sheet was opened: its own keys are none of them.
  const [commands] = useState(() => allCommands().filter((each) => each.keys && each.id !== 'caret.move'))
  const name = (command: Command) => fill(words.command[command.id], paramsOf(command))
  const wanted = fold(typed.trim()).text
  const found = commands.filter((each) => fold(name(each)).text.includes(wanted))
  return (
    <>
      <input
        type="search"
        autoFocus
        aria-label={t('help.findKey')}
        placeholder={t('help.findKey')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found.length === 0 && <p className="panel-hint">{t('palette.none')}</p>}
      <div className="key-sheet">
        {rooms.map((room) => {
          const own = found.filter((each) => roomOf(each) === room)
          if (own.length === 0) return null
          return (
            <section key={room}>
              <h3 className="panel-title">{t(`help.rooms.${room}`)}</h3>
              <dl>
                {own.map((command) => (
                  <div key={`${command.id} ${command.keys?.join(' ')}`}>
                    <dt>
                      {command.keys?.map((key) => (
                        <kbd key={key}>{keyLabel(key)}</kbd>
                      ))}
                    </dt>
                    <dd>{name(command)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </>
  )
}

function roomOf({ id }: Command): Room {
  return rooms.find((room) => id.startsWith(`${room}.`)) ?? 'app'
}
