import '../../../src/renderer/styles/index.css'
import { createTextAnnotator, type TextAnnotation } from '@recogito/text-annotator'
import { type TextMark, TextView } from '../../../src/renderer/editor/text-view'
import type { Annotation } from '../../../src/shared/model/annotation'
import { navigableText } from '../../../src/shared/text/caret-motion'
import { type Book, makeBook } from './book'

/** What the bench does in a page: it opens one text by one means and changes its highlights. Run by `reader.bench.ts`. */
interface Bench {
  /** Milliseconds from the model in memory to a page that answers. */
  open(): Promise<number>
  add(annotation: Annotation): void
  remove(annotation: Annotation): void
  recolour(annotation: Annotation): void
  allDrawn(): boolean
  /** How many highlights there are, as far as can be told. */
  count(): number
}

type Kind = 'ours' | 'peer' | 'plain'

const scroller = document.createElement('div')
scroller.className = 'page'
scroller.dataset.scroller = ''
scroller.style.cssText = 'height: 100vh; overflow: auto'

function sheet(): HTMLElement {
  const made = document.createElement('div')
  made.className = 'text-mount sheet'
  scroller.replaceChildren(made)
  return made
}

function ours(book: Book): Bench {
  let view: TextView | null = null
  const mark = (
    { id, selector, codings }: Annotation,
    colour = `var(--theme-${codings[0]?.theme}, #c98a1b)`
  ): TextMark => ({
    id,
    start: selector.start,
    end: selector.end,
    colour,
    active: false,
    marked: false
  })
  return {
    open: () =>
      timed(() => {
        view = new TextView(sheet(), {
          content: book.blocks,
          walk: navigableText(book.blocks, 'en'),
          furniture: [],
          marks: book.annotations.map((each) => mark(each)),
          near: 0,
          onSelection() {},
          onPress() {},
          onClick() {},
          onLink() {}
        })
      }),
    add: (annotation) => view?.draw([mark(annotation)], []),
    remove: (annotation) => view?.draw([], [annotation.id]),
    recolour: (annotation) => view?.draw([mark(annotation, '#2f7a82')], []),
    allDrawn: () => view?.allDrawn ?? true,
    count: () =>
      new Set(
        Array.from(
          scroller.querySelectorAll<HTMLElement>('[data-annotation]'),
          (mark) => mark.dataset.annotation
        )
      ).size
  }
}

function paragraphs(book: Book, into: HTMLElement): void {
  into.classList.add('text')
  for (const block of book.blocks) {
    const element = document.createElement(block.kind === 'heading' ? 'h2' : 'p')
    element.className = `block ${block.kind}`
    element.textContent = block.text
    into.append(element)
  }
}

function plain(book: Book): Bench {
  const nothing = () => {}
  return {
    open: () => timed(() => paragraphs(book, sheet())),
    add: nothing,
    remove: nothing,
    recolour: nothing,
    allDrawn: () => true,
    count: () => 0
  }
}

function peer(book: Book): Bench {
  let annotator: ReturnType<typeof createTextAnnotator> | null = null
  const shift = blockShifts(book)
  const own = (annotation: Annotation): TextAnnotation => {
    const { start, end, exact } = annotation.selector
    const by = shift(start)
    const range = document.createRange()
    return {
      id: annotation.id,
      bodies: [],
      target: {
        annotation: annotation.id,
        selector: [{ quote: exact, start: start - by, end: end - by, range }]
      }
    }
  }
  return {
    open: () =>
      timed(() => {
        const into = sheet()
        paragraphs(book, into)
        annotator = createTextAnnotator(into, { renderer: 'CSS_HIGHLIGHTS' })
        annotator.setAnnotations(book.annotations.map(own))
      }),
    add: (annotation) => annotator?.addAnnotation(own(annotation)),
    remove: (annotation) => annotator?.removeAnnotation(annotation.id),
    recolour: (annotation) =>
      annotator?.updateAnnotation({
        ...own(annotation),
        bodies: [{ id: 'b', annotation: annotation.id, value: 'x' }]
      }),
    allDrawn: () => true,
    count: () => annotator?.getAnnotations().length ?? 0
  }
}

/** The peer counts the page's characters, without the line breaks between our blocks: one fewer for each before. */
function blockShifts({ blocks }: Book): (offset: number) => number {
  const ends: number[] = []
  let at = 0
  for (const block of blocks) {
    at += block.text.length + 1
    ends.push(at)
  }
  return (offset) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Resolves when the frame that work was done in has been laid out and painted. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve()
    port2.postMessage(null)
  })
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))

/** Work begun inside a frame, to the end of that frame's layout and paint. */
async function timed(work: () => void): Promise<number> {
  await frame()
  const start = performance.now()
  work()
  await painted()
  return performance.now() - start
}

let book: Book
let bench: Bench

const api = {
  async open(kind: Kind, words: number, highlights: number): Promise<number> {
    document.body.replaceChildren(scroller)
    book = makeBook(words, highlights)
    bench = { ours, peer, plain }[kind](book)
    const took = await bench.open()
    await frame()
    return took
  },

  /** Adds, recolours and removes highlights near the middle of what is to be seen. */
  async changes(count: number): Promise<Record<'add' | 'recolour' | 'remove', number[]>> {
    const times = { add: [] as number[], recolour: [] as number[], remove: [] as number[] }
    const step = Math.floor(book.annotations.length / count / 3)
    for (let i = 0; i < count; i++) {
      const like = book.annotations[i * step]
      if (!like) continue
      const fresh = { ...like, id: `${like.id}-new` as typeof like.id }
      const before = bench.count()
      const grown = before > 0 ? 1 : 0
      for (const kind of ['add', 'recolour', 'remove'] as const) {
        times[kind].push(await timed(() => bench[kind](fresh)))
        const wanted = kind === 'remove' ? before : before + grown
        if (bench.count() !== wanted) throw new Error(`${kind}: ${bench.count()} highlights, not ${wanted}`)
      }
    }
    return times
  },

  /** Scrolls so many screens, a twelfth of one each frame, and gives the time between the frames. */
  async scroll(screens: number): Promise<number[]> {
    const gaps: number[] = []
    const from = scroller.scrollTop
    let last = await frame()
    for (let i = 0; i < screens * 12; i++) {
      scroller.scrollTop += scroller.clientHeight / 12
      const now = await frame()
      gaps.push(now - last)
      last = now
    }
    if (scroller.scrollTop <= from) throw new Error('nothing was scrolled')
    return gaps
  },

  /** Milliseconds until the highlights out of sight are drawn too. */
  async allDrawn(): Promise<number> {
    const start = performance.now()
    while (!bench.allDrawn()) await frame()
    return performance.now() - start
  },

  /** How many highlights are drawn, and how many the book has. */
  drawn(): readonly [number, number] {
    return [bench.count(), book.annotations.length]
  },

  heap(): number {
    Reflect.get(globalThis, 'gc')?.()
    return Reflect.get(performance, 'memory')?.usedJSHeapSize ?? Number.NaN
  }
}

export type ReaderBench = typeof api
Reflect.set(window, 'readerBench', api)
