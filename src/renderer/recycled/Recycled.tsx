import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { type Command, isTyping, useCommands } from '../state/commands'
import { useT } from '../state/i18n'
import { setPreferences, usePreferences } from '../state/preferences'
import { currentProject, useProject } from '../state/project'
import { Empty } from '../ui/Empty'
import { passagesShown } from './passages-shown'
import { RecycledList } from './RecycledList'
import { RecycledPage } from './RecycledPage'
import { RepeatsTable } from './RepeatsTable'
import { type RecycledDesk, recycledDesk } from './recycled-desk'

/** Which project the window's list is of. */
let shownIn: string | null = null

/** Comings here that have opened their passage: whoever comes back finds what was open then. */
const opened = new WeakSet<object>()

interface Props {
  readonly desk?: RecycledDesk
  /** The passage that is to be open, by its number. */
  readonly passage: number | undefined
  /** The coming here: the same passage again is another visit. */
  readonly visit: object
}

/** Sentences and paragraphs that stand nearly alike in several texts. */
export function Recycled({ desk = recycledDesk, passage: wanted, visit }: Props) {
  const t = useT()
  const { answer, seen, finding, chosen } = useStore(desk.store)
  const folder = useProject((project) => project.folder)
  const documents = useProject((project) => project.state.documents)
  const reading = usePreferences((state) => state.reading)
  const [picking, setPicking] = useState(false)
  const matrix = useRef<HTMLElement>(null)
  useEffect(() => {
    if (shownIn !== null && shownIn !== folder) desk.clear()
    shownIn = folder
  }, [desk, folder])
  useEffect(() => {
    if (wanted === undefined || opened.has(visit)) return
    opened.add(visit)
    void desk.open(wanted)
  }, [desk, wanted, visit])
  useCommands(useMemo(() => commandsOf(desk, () => setPicking(true)), [desk]))
  const look = finding ? (
    <Finding desk={desk} />
  ) : (
    <button type="button" className="button" onClick={() => void desk.find()}>
      {t(answer ? 'recycled.again' : 'recycled.find')}
    </button>
  )
  if (!answer)
    return (
      <Empty title={t('recycled.empty')} hint={t('recycled.emptyHint')}>
        {look}
      </Empty>
    )
  const passage = answer.passages[chosen]
  return (
    <div className="recycled">
      <section className="recycled-left" aria-label={t('recycled.list')} data-scroller>
        <div className="recycled-tools">
          {look}
          {(answer.matrix.names.length > 0 || answer.matrix.undated > 0) && (
            <button
              type="button"
              className="button"
              onClick={() => {
                matrix.current?.scrollIntoView({ block: 'start' })
                matrix.current?.focus({ preventScroll: true })
              }}
            >
              {t('recycled.matrix')}
            </button>
          )}
          <label className="check-label">
            <input
              type="checkbox"
              checked={reading.recycled}
              onChange={(event) =>
                setPreferences({ reading: { ...reading, recycled: event.target.checked } })
              }
            />
            {t('recycled.inMargin')}
          </label>
          {seen !== documents && <p className="panel-hint">{t('recycled.outdated')}</p>}
        </div>
        {answer.total === 0 ? <p>{t('recycled.none')}</p> : <RecycledList desk={desk} answer={answer} />}
      </section>
      <section className="recycled-right" aria-label={t('place.recycled')} data-scroller>
        {passage && (
          <RecycledPage
            key={chosen}
            desk={desk}
            passage={passage}
            picking={picking}
            setPicking={setPicking}
          />
        )}
        <RepeatsTable desk={desk} matrix={answer.matrix} place={matrix} />
      </section>
    </div>
  )
}

function Finding({ desk }: { readonly desk: RecycledDesk }) {
  const t = useT()
  const { finding } = useStore(desk.store)
  const percent = finding && finding.total > 0 ? Math.round((100 * finding.done) / finding.total) : 0
  return (
    <p role="status">
      {t('recycled.finding', { percent })}{' '}
      <button type="button" className="link-button" onClick={() => desk.cancel()}>
        {t('recycled.cancel')}
      </button>
    </p>
  )
}

function commandsOf(desk: RecycledDesk, code: () => void): Command[] {
  const isFree = () => !isTyping(document.activeElement) && desk.store.getState().answer !== null
  const move = (by: 1 | -1) => {
    const { answer, between, chosen } = desk.store.getState()
    if (!answer) return
    const shown = passagesShown(answer, currentProject().state.documents, between)
    const next = shown[shown.indexOf(chosen) + by]
    if (next !== undefined) desk.choose(next)
  }
  return [
    { id: 'recycled.find', run: () => void desk.find() },
    { id: 'recycled.next', keys: ['j'], when: isFree, repeatable: true, run: () => move(1) },
    { id: 'recycled.previous', keys: ['k'], when: isFree, repeatable: true, run: () => move(-1) },
    {
      id: 'recycled.code',
      keys: ['/'],
      when: () => isFree() && desk.store.getState().ticked.size > 0,
      run: code
    }
  ]
}
