import type { EditionData } from '../edition-data'
import { type Row, themesOf } from './build-row'
import { control, joinControls } from './controls'
import { decorate } from './decorate'
import { NearSight } from './near'
import { Reading } from './reading'
import { Rows } from './rows'
import { findHits, type Hit } from './search'
import { type Sentence, Sentences } from './sentences'
import { State } from './state'
import { stretchesIn } from './stretches'

// Before the texts are laid out: with the script they stand side by side from the first picture on.
document.documentElement.classList.add('js')
document.documentElement.dataset.view = 'rows'
document.addEventListener('DOMContentLoaded', start)

function start(): void {
  const source = document.getElementById('edition')
  const table = document.querySelector<HTMLElement>('.rows')
  const texts = document.getElementById('texts')
  if (!source || !table || !texts) return
  const data: EditionData = JSON.parse(source.textContent ?? '')
  const state = new State()
  const sentences = new Sentences(data.versions.length, data.rows)
  let hits: readonly Hit[] = []

  const shown = () => [...data.versions.keys()].filter((at) => !state.choice.hidden.has(at))
  const draw = (element: HTMLElement, sentence: Sentence) =>
    decorate(element, stretchesIn(sentence, state.choice, data, hits, hits[state.choice.hit]))
  const drawn = new Map<Element, readonly (readonly [HTMLElement, Sentence])[]>()
  const near = new NearSight((element) => {
    for (const [copy, sentence] of drawn.get(element) ?? []) draw(copy, sentence)
  })
  const rows = new Rows(table, sentences, data, (row) => {
    drawn.set(row.element, row.copies)
    near.watch(row.element)
    if (state.choice.themes.size > 0) row.element.hidden = !wanted(state.choice.themes, row.themes)
  })
  const reading = new Reading(state, rows, sentences, data)
  const step = (by: 1 | -1) => {
    if (hits.length === 0) return
    const { hit, row } = state.choice
    const first = hit < 0 ? hits.findIndex(({ sentence }) => sentence.row >= row) : hit + by
    const next = (Math.max(first, hit < 0 ? 0 : first) + hits.length) % hits.length
    state.set({ hit: next })
    const found = hits[next]
    if (found) reading.goTo(found.sentence.row)
    const mark = document.querySelector('.found.now')
    mark?.scrollIntoView({ block: 'nearest' })
  }
  joinControls(state, data.words, step)

  state.listen((choice, before) => {
    if (choice.hidden !== before.hidden) {
      texts.dataset.hidden = [...choice.hidden].join(' ')
      const notes = document.getElementById('notes')
      if (notes) notes.dataset.hidden = texts.dataset.hidden
      texts.style.setProperty('--count', String(shown().length))
    }
    if (choice.query !== before.query || (choice.hidden !== before.hidden && choice.query !== '')) {
      hits = findHits(sentences, choice.query, data.rows, shown())
      for (const name of ['next', 'previous']) control(name)?.toggleAttribute('disabled', hits.length === 0)
    }
    if (choice.view !== before.view) {
      showView(choice.view, table)
      watchBlocks()
    }
    if (choice.themes !== before.themes) showThemes(choice.themes, rows.all())
    const redraws = ['base', 'query', 'hit', 'view', 'hidden'] as const
    if (redraws.some((name) => choice[name] !== before[name])) near.redraw()
    say(data, rows, choice, hits)
    if (choice.view !== before.view && choice.row >= 0) reading.goTo(choice.row)
  })
  /** Running text is looked after from the moment that it is first shown. */
  let watched = false
  const watchBlocks = () => {
    if (watched) return
    watched = true
    const blocks = new Map<Element, (readonly [HTMLElement, Sentence])[]>()
    for (const sentence of sentences.byVersion.flat()) {
      const block = sentence.element.parentElement
      if (!block) continue
      const own = blocks.get(block) ?? []
      own.push([sentence.element, sentence])
      blocks.set(block, own)
    }
    for (const [block, own] of blocks) {
      drawn.set(block, own)
      near.watch(block)
    }
  }
  texts.style.setProperty('--count', String(data.versions.length))
  rows.begin()
  const bar = document.querySelector<HTMLElement>('.bar')
  if (bar)
    new ResizeObserver(() =>
      document.documentElement.style.setProperty('--bar', `${bar.offsetHeight}px`)
    ).observe(bar)
  showView('rows', table)
  say(data, rows, state.choice, hits)
  const asked = /^#r(\d+)$/.exec(location.hash)
  if (asked) reading.goTo(Number(asked[1]) - 1)
  document.documentElement.classList.add('ready')
}

function showView(view: 'rows' | 'running', table: HTMLElement): void {
  table.hidden = view !== 'rows'
  document.documentElement.dataset.view = view
  for (const column of document.querySelectorAll<HTMLElement>('.version')) {
    // A column that moves by itself has to be reached by keys.
    if (view === 'running') column.tabIndex = 0
    else column.removeAttribute('tabindex')
  }
}

function wanted(themes: ReadonlySet<number>, own: Iterable<number>): boolean {
  return themes.size === 0 || [...own].some((each) => themes.has(each))
}

/** Highlights of other themes are drawn back; rows and notes without any of these are not shown. */
function showThemes(themes: ReadonlySet<number>, rows: readonly Row[]): void {
  for (const mark of document.querySelectorAll<HTMLElement>('.mark'))
    mark.classList.toggle('off', !wanted(themes, themesOf(mark)))
  for (const row of rows) row.element.hidden = !wanted(themes, row.themes)
  for (const note of document.querySelectorAll<HTMLElement>('#notes > ol > li'))
    note.hidden = !wanted(themes, themesOf(note))
}

/** What stands at the foot, and beside the search field. */
function say(
  { words, rows: count }: EditionData,
  rows: Rows,
  { row, themes, query, hit }: State['choice'],
  hits: readonly Hit[]
): void {
  const fill = (text: string, n: number, m: number) =>
    text.replace('{n}', String(n)).replace('{m}', String(m))
  const parts = [
    row >= 0 ? fill(words.rowOf, row + 1, count) : '',
    themes.size > 0
      ? fill(words.rowsShown, rows.all().filter(({ element }) => !element.hidden).length, count)
      : ''
  ]
  const status = document.querySelector('.status')
  if (status) status.textContent = parts.filter((each) => each !== '').join(' · ')
  const found = document.querySelector('.hits')
  if (found)
    found.textContent =
      query.trim() === '' ? '' : hits.length === 0 ? words.noHits : fill(words.hitOf, hit + 1, hits.length)
}
