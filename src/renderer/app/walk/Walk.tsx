import { X } from 'lucide-react'
import {
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState
} from 'react'
import { type Command, keyLabel, useCommands } from '../../state/commands'
import { useT } from '../../state/i18n'
import { type Box, overlap, placeCard } from './place-card'
import { leaveWalk, nextStep, stepBefore, useWalk } from './walk'
import { type WalkStep, walkSteps } from './walk-steps'

/** The card of the walk, beside what it speaks of. The window behind it stays in use; one can leave at any step. */
export function Walk() {
  const at = useWalk((state) => state.at)
  const step = at === null ? undefined : walkSteps[at]
  return step && at !== null ? <WalkCard key={step.id} step={step} at={at} /> : null
}

function WalkCard({ step, at }: { step: WalkStep; at: number }) {
  const t = useT()
  const card = useRef<HTMLElement>(null)
  const next = useRef<HTMLButtonElement>(null)
  const { target, place } = usePlaces(step, card)
  const isLast = at === walkSteps.length - 1
  // Places take the focus as they open: the card keeps it until somebody does something elsewhere.
  useEffect(() => {
    const keep = ({ target: taken }: FocusEvent) => {
      if (!(taken instanceof Node && card.current?.contains(taken))) focus()
    }
    const focus = () => next.current?.focus({ preventScroll: true })
    const stop = () => {
      document.removeEventListener('focusin', keep)
      for (const event of acting) window.removeEventListener(event, stop, { capture: true })
    }
    focus()
    document.addEventListener('focusin', keep)
    for (const event of acting) window.addEventListener(event, stop, { capture: true })
    return stop
  }, [])
  const commands = useMemo<Command[]>(
    () => [
      { id: 'walk.next', keys: ['F8'], run: nextStep },
      { id: 'walk.back', keys: ['Shift+F8'], run: stepBefore },
      { id: 'walk.leave', run: leaveWalk }
    ],
    []
  )
  useCommands(commands)
  const onKeyDown = (event: KeyboardEvent) => {
    const act = actOf(event)
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <>
      {target && <div className="walk-ring" style={boxStyle(target)} aria-hidden />}
      <section
        ref={card}
        className="walk-card popover"
        role="dialog"
        aria-modal="false"
        aria-labelledby="walk-title"
        aria-describedby="walk-text"
        style={place ?? undefined}
        onKeyDown={onKeyDown}
      >
        <header>
          <small>{t('walk.step', { n: at + 1, total: walkSteps.length })}</small>
          <button type="button" className="icon-button" aria-label={t('walk.leave')} onClick={leaveWalk}>
            <X size={14} aria-hidden />
          </button>
        </header>
        <h2 id="walk-title">{t(`walk.${step.id}.title`)}</h2>
        <p id="walk-text">{t(`walk.${step.id}.text`, { palette: keyLabel('Mod+K') })}</p>
        <footer>
          <button type="button" className="link-button" onClick={leaveWalk}>
            {t('walk.leave')} <kbd>{keyLabel('Escape')}</kbd>
          </button>
          <span className="grow" />
          {at > 0 && (
            <button type="button" className="button" onClick={stepBefore}>
              {t('walk.back')}
            </button>
          )}
          <button ref={next} type="button" className="button primary" onClick={nextStep}>
            {t(isLast ? 'walk.done' : 'walk.next')} <kbd>F8</kbd>
          </button>
        </footer>
      </section>
    </>
  )
}

/** Places scroll by themselves as they open: for so long what is spoken of is brought where there is room beside it. */
const openingMilliseconds = 1000

const acting = ['pointerdown', 'keydown'] as const
const moving = [...acting, 'wheel'] as const

function actOf({ key, shiftKey }: KeyboardEvent): (() => void) | null {
  if (key === 'Escape') return leaveWalk
  if (key === 'ArrowRight' || (key === 'F8' && !shiftKey)) return nextStep
  return key === 'ArrowLeft' || key === 'F8' ? stepBefore : null
}

function boxStyle({ left, top, width, height }: Box): CSSProperties {
  return { left, top, width, height }
}

interface Places {
  readonly target: Box | null
  readonly place: { readonly left: number; readonly top: number } | null
}

/** Where the thing that is spoken of is now, frame by frame, and where the card stands beside it. */
function usePlaces(step: WalkStep, card: RefObject<HTMLElement | null>): Places {
  const [places, setPlaces] = useState<Places>({ target: null, place: null })
  useEffect(() => {
    let frame = 0
    let isBrought = false
    // Once somebody acts, the page is theirs: it would slip from under the pointer.
    let hasActed = false
    let before = ''
    let opened = 0
    const act = () => {
      hasActed = true
    }
    const look = () => {
      frame = requestAnimationFrame(look)
      const found = step.targets.map((each) => document.querySelector(each)).find(Boolean) ?? null
      const own = card.current?.getBoundingClientRect()
      if (!own) return
      if (found && !isBrought && !hasActed) {
        isBrought = true
        opened = performance.now()
        found.scrollIntoView({ block: 'center' })
      }
      const target = found ? within(found) : null
      const now = JSON.stringify([target, own.width, own.height, innerWidth, innerHeight])
      if (now === before) return
      before = now
      const isOpening = !hasActed && performance.now() < opened + openingMilliseconds
      if (found && target && isOpening && overlap(cardAt(target, own), target) > 0) {
        // A high one leaves room above it where it stands at the lower edge.
        found.scrollIntoView({ block: 'end' })
        before = ''
      }
      const nowhere = { left: innerWidth - own.width, top: innerHeight, width: 0, height: 0 }
      setPlaces({ target, place: placed(target ?? nowhere, own) })
    }
    frame = requestAnimationFrame(look)
    for (const each of moving) document.addEventListener(each, act, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(frame)
      for (const each of moving) document.removeEventListener(each, act, { capture: true })
    }
  }, [step, card])
  return places
}

function placed(target: Box, own: DOMRect) {
  return placeCard(target, own, { width: innerWidth, height: innerHeight })
}

function cardAt(target: Box, own: DOMRect): Box {
  return { ...placed(target, own), width: own.width, height: own.height }
}

/** What of an element can be seen: within its scroller and the window. */
function within(element: Element): Box | null {
  const box = element.getBoundingClientRect()
  const frame = element.closest('[data-scroller]')?.getBoundingClientRect()
  const left = Math.max(box.left, frame?.left ?? 0, 0)
  const top = Math.max(box.top, frame?.top ?? 0, 0)
  const right = Math.min(box.right, frame?.right ?? innerWidth, innerWidth)
  const bottom = Math.min(box.bottom, frame?.bottom ?? innerHeight, innerHeight)
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null
}
