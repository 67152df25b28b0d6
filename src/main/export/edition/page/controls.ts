import type { EditionWords } from '../edition-data'
import { type State, toggled } from './state'

/** So long after the last key a search begins, in milliseconds. */
const typingMilliseconds = 150

export function control<E extends HTMLElement>(name: string): E | null {
  return document.querySelector<E>(`[data-do="${name}"]`)
}

/** Joins the buttons and fields of the bar to the state. */
export function joinControls(state: State, words: EditionWords, step: (by: 1 | -1) => void): void {
  joinVersions(state)
  for (const view of ['rows', 'running'] as const)
    control(view)?.addEventListener('click', () => state.set({ view }))
  const base = control<HTMLSelectElement>('base')
  base?.addEventListener('change', () => state.set({ base: base.value === '' ? null : Number(base.value) }))
  joinSearch(state, step)
  for (const name of ['themes', 'notes']) joinPanel(name)
  control('print')?.addEventListener('click', () => window.print())
  joinAppearance(words)
  for (const button of document.querySelectorAll<HTMLElement>('[data-theme]'))
    button.addEventListener('click', () => {
      const number = button.dataset.theme ?? ''
      state.set({ themes: number === '' ? new Set() : toggled(state.choice.themes, Number(number)) })
    })
  state.listen(({ view, themes }) => {
    for (const name of ['rows', 'running']) control(name)?.setAttribute('aria-pressed', String(view === name))
    for (const button of document.querySelectorAll<HTMLElement>('[data-theme]')) {
      const number = button.dataset.theme ?? ''
      const pressed = number === '' ? themes.size === 0 : themes.has(Number(number))
      button.setAttribute('aria-pressed', String(pressed))
    }
  })
}

function joinVersions(state: State): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[data-version]')]
  for (const box of boxes)
    box.addEventListener('change', () => {
      // One version stays: a page without words helps nobody.
      if (!boxes.some(({ checked }) => checked)) box.checked = true
      state.set({
        hidden: new Set(boxes.filter(({ checked }) => !checked).map((each) => Number(each.dataset.version)))
      })
    })
}

function joinSearch(state: State, step: (by: 1 | -1) => void): void {
  const field = control<HTMLInputElement>('search')
  let waiting = 0
  const look = () => {
    window.clearTimeout(waiting)
    if (field && field.value !== state.choice.query) state.set({ query: field.value, hit: -1 })
  }
  field?.addEventListener('input', () => {
    window.clearTimeout(waiting)
    waiting = window.setTimeout(look, typingMilliseconds)
  })
  field?.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) {
      look()
      step(event.shiftKey ? -1 : 1)
      event.preventDefault()
    }
    if (event.key === 'Escape') {
      field.value = ''
      look()
    }
  })
  control('next')?.addEventListener('click', () => step(1))
  control('previous')?.addEventListener('click', () => step(-1))
}

/** A panel at the side is open from the start where there is room for it. */
const roomFor: Readonly<Record<string, number>> = { themes: 1180, notes: 1500 }

function joinPanel(name: string): void {
  const button = control(name)
  if (!button || !document.getElementById(name)) return
  showPanel(name, window.innerWidth >= (roomFor[name] ?? 0))
  button.addEventListener('click', () => showPanel(name, button.getAttribute('aria-expanded') !== 'true'))
}

export function showPanel(name: string, open: boolean): void {
  const panel = document.getElementById(name)
  if (panel) panel.hidden = !open
  control(name)?.setAttribute('aria-expanded', String(open))
}

function joinAppearance(words: EditionWords): void {
  const button = control('appearance')
  const order = ['auto', 'light', 'dark'] as const
  let at = 0
  const [label = ''] = (button?.textContent ?? '').split(':')
  button?.addEventListener('click', () => {
    at = (at + 1) % order.length
    const name = order[at] ?? 'auto'
    if (name === 'auto') delete document.documentElement.dataset.appearance
    else document.documentElement.dataset.appearance = name
    button.textContent = `${label}: ${words[name]}`
  })
}
