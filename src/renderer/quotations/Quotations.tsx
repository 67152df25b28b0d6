import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { call } from '../state/bridge'
import { type Command, isTyping, useCommands } from '../state/commands'
import { takeDrops } from '../state/dropping'
import { i18n } from '../state/i18n'
import { useProject } from '../state/project'
import { showError, showToast } from '../state/toasts'
import { CheckReport } from './CheckReport'
import { type CheckDesk, checkDesk } from './check-desk'
import { copyChosen, openChosen } from './chosen-place'
import { ManuscriptField } from './ManuscriptField'

/** Which project the window's manuscript was checked against. */
let checkedIn: string | null = null

/** Checks the quotations of a manuscript against all texts of the project. */
export function Quotations({ desk = checkDesk }: { desk?: CheckDesk }) {
  const { kept, checking } = useStore(desk.store)
  const folder = useProject((project) => project.folder)
  useEffect(() => {
    if (checkedIn !== null && checkedIn !== folder) desk.clear()
    checkedIn = folder
  }, [desk, folder])
  useEffect(
    () => takeDrops({ hint: i18n.t('quotations.drop'), take: (files) => void dropped(desk, files) }),
    [desk]
  )
  useCommands(
    useMemo<Command[]>(() => {
      const isShown = () => desk.store.getState().kept !== null
      const isMoving = () => isShown() && !isTyping(document.activeElement)
      return [
        { id: 'quotations.open', run: () => openManuscript(desk) },
        {
          id: 'quotations.check',
          keys: ['Mod+Enter'],
          when: () => !isShown(),
          run: () => void desk.check({ text: desk.pasted })
        },
        { id: 'quotations.again', when: isShown, run: () => void desk.again() },
        {
          id: 'quotations.next',
          keys: ['j', 'ArrowDown'],
          when: isMoving,
          repeatable: true,
          run: () => desk.move(1)
        },
        {
          id: 'quotations.previous',
          keys: ['k', 'ArrowUp'],
          when: isMoving,
          repeatable: true,
          run: () => desk.move(-1)
        },
        { id: 'quotations.show', keys: ['o'], when: isShown, run: () => openChosen(desk) },
        { id: 'quotations.copy', keys: ['c'], when: isShown, run: () => void copyChosen(desk) }
      ]
    }, [desk])
  )
  return kept && !checking ? (
    <CheckReport desk={desk} kept={kept} />
  ) : (
    <ManuscriptField desk={desk} checking={checking} open={() => void openManuscript(desk)} />
  )
}

async function openManuscript(desk: CheckDesk): Promise<void> {
  const chosen = await call('quotations.choose', null)
  if (!chosen.ok) return showError(chosen.error)
  if (chosen.value !== null) await desk.check([chosen.value])
}

async function dropped(desk: CheckDesk, files: readonly File[]): Promise<void> {
  const [first, ...more] = files
  if (!first) return
  if (more.length > 0) showToast(i18n.t('quotations.oneFile', { name: first.name }))
  await desk.check([first])
}
