import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appError } from '../../shared/model/app-error'
import {
  canSend,
  type DraftState,
  isConflict,
  keptMine,
  received,
  refused,
  restored,
  saved,
  sent,
  tookTheirs,
  typedIn,
  untouched
} from './draft-machine'

const full = appError('StorageFailed', 'changeNotSaved')
const conflict = appError('Conflict', 'textChanged')

describe('a draft', () => {
  it('is unsaved until its save is acknowledged', () => {
    const going = sent(typedIn(untouched('old'), 'new'), 1, 'new')
    expect(going.typed).toBe('new')
    expect(saved(going, 1)).toEqual(untouched('new'))
  })

  it('stays after a refused save, and can be sent again', () => {
    const again = refused(sent(typedIn(untouched('old'), 'new'), 1, 'new'), 1, full)
    expect(again).toMatchObject({ typed: 'new', refusal: full })
    expect(canSend(again)).toBe(true)
  })

  it('keeps what was typed while a save was on its way', () => {
    const more = typedIn(sent(typedIn(untouched('old'), 'new'), 1, 'new'), 'new words')
    expect(received(more, 'new')).toMatchObject({
      typed: 'new words',
      base: 'new',
      stored: 'new',
      sending: null
    })
  })

  it('gives way to another text where nothing is unsaved', () => {
    expect(received(untouched('old'), 'undone')).toEqual(untouched('undone'))
  })

  it('is held against another text where something is unsaved, until a person chooses', () => {
    const both = received(typedIn(untouched('old'), 'mine'), 'theirs')
    expect(isConflict(both)).toBe(true)
    expect(canSend(both)).toBe(false)
    expect(canSend(keptMine(both))).toBe(true)
    expect(tookTheirs(both)).toEqual(untouched('theirs'))
  })

  it('hears of its own save from the answer alone where the text is not on the screen', () => {
    expect(saved(sent(typedIn(untouched('old'), 'new'), 4, 'new'), 4).stored).toBe('new')
  })

  it('takes no answer to an earlier save for the answer to this one', () => {
    const second = sent(typedIn(received(sent(typedIn(untouched('a'), 'b'), 1, 'b'), 'b'), 'c'), 2, 'c')
    expect(saved(second, 1)).toBe(second)
    expect(refused(second, 1, full)).toBe(second)
  })

  it('of last time goes into the field, beside it, or is known to be saved', () => {
    const draft = { text: 'new words', base: 'old', sending: 'new' }
    expect(restored(draft, 'old')).toEqual(typedIn(untouched('old'), 'new words'))
    expect(restored(draft, 'new')).toEqual(typedIn(untouched('new'), 'new words'))
    expect(restored(draft, 'other')).toBe('aside')
    expect(restored(draft, 'new words')).toBe('stored')
    expect(restored(draft, null)).toBe('gone')
  })
})

/** A project with one text, and a window that writes in it: answers and news arrive later than what they tell of. */
class World {
  text = 'start'
  readonly held = new Set(['start'])
  /** What stood in the field, or was laid beside it when a person chose: only that may be written over. */
  readonly seen = new Set(['start'])
  overwroteUnseen = false
  full = false
  state: DraftState = untouched('start')
  asides: string[] = []
  file: { text: string; base: string; sending: string | null } | null = null
  /** The last text typed that nobody gave up. */
  last: string | null = null
  request: { number: number; text: string; base: string } | null = null
  answer: { number: number; good: boolean; error: typeof full } | null = null
  private news: string[] = []
  private count = 0

  step(what: string): void {
    const { state } = this
    if (what === 'type') {
      this.last = `typed ${++this.count}`
      this.state = typedIn(state, this.last)
    } else if (what === 'send' && canSend(state) && state.typed !== null) {
      this.request = { number: ++this.count, text: state.typed, base: state.base }
      this.state = sent(state, this.count, state.typed)
    } else if (what === 'write') this.write()
    else if (what === 'tell') this.tell()
    else if (what === 'answer') this.hear()
    else if (what === 'remote' && !this.full) this.put(`remote ${++this.count}`)
    else if (what === 'fill') this.full = true
    else if (what === 'free') this.full = false
    else if (what === 'handOver') this.handOver()
    else if (what === 'crash') this.crash()
    else if (what === 'keepMine' && isConflict(state)) {
      this.seen.add(state.stored)
      this.state = keptMine(state)
    } else if (what === 'takeTheirs' && isConflict(state)) {
      if (state.typed === this.last) this.last = null
      this.state = tookTheirs(state)
    } else if (what === 'useAside' && state.typed === null) {
      const [text, ...rest] = this.asides
      if (text === undefined) return
      this.asides = rest
      this.last = text
      this.seen.add(state.stored)
      this.state = typedIn(state, text)
    } else if (what === 'discardAside') {
      const given = this.asides.shift()
      if (given === this.last) this.last = null
    }
    if (this.state.typed === null) this.seen.add(this.state.stored)
  }

  /** Lets everything that is under way arrive. */
  settle(): void {
    this.full = false
    for (let round = 0; round < 4; round++)
      for (const what of ['write', 'tell', 'tell', 'tell', 'tell', 'answer', 'send']) this.step(what)
  }

  get isSafe(): boolean {
    const { last } = this
    return last === null || this.held.has(last) || this.state.typed === last || this.asides.includes(last)
  }

  private put(text: string): void {
    this.text = text
    this.held.add(text)
    this.news.push(text)
  }

  private write(): void {
    const { request } = this
    if (!request) return
    this.request = null
    const good = !this.full && request.base === this.text
    this.answer = { number: request.number, good, error: this.full ? full : conflict }
    if (!good) return
    if (!this.seen.has(this.text)) this.overwroteUnseen = true
    this.seen.add(request.text)
    this.put(request.text)
  }

  private tell(): void {
    const text = this.news.shift()
    if (text === undefined) return
    this.state = received(this.state, text)
  }

  /** The window waits with a good answer until it knows of the change; and drops the draft when all is saved. */
  private hear(): void {
    const { answer } = this
    if (!answer) return
    if (answer.good) while (this.news.length > 0) this.tell()
    this.answer = null
    this.state = answer.good
      ? saved(this.state, answer.number)
      : refused(this.state, answer.number, answer.error)
    if (this.state.typed === null) this.file = null
  }

  private handOver(): void {
    const { typed, base, sending } = this.state
    this.file = typed === null ? null : { text: typed, base, sending: sending?.text ?? null }
  }

  /** The window is gone; of what was typed there is what was handed over. */
  private crash(): void {
    const { file } = this
    this.write()
    this.answer = null
    this.news = []
    if (this.last === this.state.typed && file?.text !== this.last) this.last = file?.text ?? null
    this.state = untouched(this.text)
    if (!file) return
    const back = restored(file, this.text)
    if (back === 'aside') this.asides.push(file.text)
    else if (typeof back === 'object') this.state = back
    this.file = null
  }
}

const steps = (...more: string[]) =>
  fc.array(
    fc.constantFrom(
      ...more,
      ...[
        'type',
        'type',
        'send',
        'send',
        'write',
        'write',
        'tell',
        'tell',
        'answer',
        'answer',
        'fill',
        'free'
      ],
      ...['handOver', 'handOver', 'crash', 'keepMine', 'takeTheirs', 'useAside', 'discardAside']
    ),
    // Long, for what goes wrong goes wrong late.
    { maxLength: 60, size: 'max' }
  )

describe('whatever happens in whatever order', () => {
  it('the last typed text is saved, here, laid aside, or was given up', () => {
    fc.assert(
      fc.property(steps('remote'), (order) => {
        const world = new World()
        for (const what of order) {
          world.step(what)
          expect(world.isSafe, what).toBe(true)
        }
      }),
      { numRuns: 3000 }
    )
  })

  it('no text is written over that was not seen here', () => {
    fc.assert(
      fc.property(steps('remote'), (order) => {
        const world = new World()
        for (const what of order) world.step(what)
        expect(world.overwroteUnseen).toBe(false)
      }),
      { numRuns: 3000 }
    )
  })

  it('once there is room, everything is saved but what a person has to choose between', () => {
    fc.assert(
      fc.property(steps('remote'), (order) => {
        const world = new World()
        for (const what of order) world.step(what)
        world.settle()
        expect(world.state.sending).toBe(null)
        if (!isConflict(world.state)) {
          expect(world.state.typed).toBe(null)
          expect(world.state.stored).toBe(world.text)
        }
      }),
      { numRuns: 3000 }
    )
  })

  it('where nobody else writes, a draft of last time goes back into its field', () => {
    fc.assert(
      fc.property(steps(), (order) => {
        const world = new World()
        for (const what of order) {
          // As the window does: a draft goes out anew with each save, and with each answer.
          world.step(what)
          if (what === 'send' || what === 'answer' || what === 'tell') world.step('handOver')
          expect(world.asides).toEqual([])
        }
      }),
      { numRuns: 3000 }
    )
  })
})
