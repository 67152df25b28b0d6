import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type Command,
  canPerform,
  handleKey,
  keyLabel,
  paramsOf,
  registerCommands,
  runCommand
} from './commands'
import { useToasts } from './toasts'

vi.hoisted(() => vi.stubGlobal('navigator', { userAgent: 'X11; Linux' }))

const page = parseHTML(
  '<p>text</p><textarea></textarea><input type="checkbox"><div role="dialog"><button>ok</button></div>'
)
const find = (selector: string) => page.document.querySelector(selector)
let focus: Element | null = null
let typed = ''
let done: string[] = []
const stops: (() => void)[] = []

beforeEach(() => {
  vi.stubGlobal('HTMLElement', page.HTMLElement)
  vi.stubGlobal('HTMLInputElement', page.HTMLInputElement)
  vi.stubGlobal('document', {
    get activeElement() {
      return focus
    },
    execCommand: (_: string, __: boolean, letter: string) => {
      typed += letter
    }
  })
  focus = find('p')
  typed = ''
  done = []
  useToasts.setState({ toasts: [] })
})

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

const register = (...commands: readonly Command[]) => stops.push(registerCommands(commands))
const note = (id: Command['id'], keys: readonly string[], more: Partial<Command> = {}): Command => ({
  id,
  keys,
  run: () => void done.push(id),
  ...more
})

/** Presses a key where the focus is. True where the page is kept from doing something with it itself. */
function press(key: string, more: Partial<KeyboardEvent> = {}): boolean {
  const held = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  const facts = { key, code: '', repeat: false, isComposing: false, ...held, ...more }
  const event = Object.assign(new Event('keydown', { cancelable: true }), facts) as KeyboardEvent
  Object.defineProperty(event, 'target', { value: focus })
  handleKey(event)
  return event.defaultPrevented
}

/** A promise that is fulfilled by hand. */
function later() {
  let end = () => {}
  const promise = new Promise<void>((resolve) => {
    end = resolve
  })
  return { promise, end }
}

describe('a key', () => {
  it('does what was registered for it last, and what was before when that is gone', () => {
    register(note('annotate.highlight', ['h']))
    const stop = registerCommands([note('annotate.again', ['h'])])
    press('h')
    stop()
    press('h')
    expect(done).toEqual(['annotate.again', 'annotate.highlight'])
    expect(press('q')).toBe(false)
  })

  it('means what one is in the midst of, and nothing that does not hold now', () => {
    register(note('annotate.leaveCoding', ['Escape'], { first: true }))
    register(note('app.escape', ['Escape']), note('reader.goTo', ['g'], { when: () => false }))
    expect(press('Escape')).toBe(true)
    expect(press('g')).toBe(false)
    expect(done).toEqual(['annotate.leaveCoding'])
  })

  it('says what is missing, and does nothing', () => {
    const command = note('annotate.remove', ['Delete'], { missing: () => 'Put the caret into a highlight.' })
    register(command)
    press('Delete')
    expect(runCommand('annotate.remove')).toBe(true)
    expect(done).toEqual([])
    expect(useToasts.getState().toasts.map(({ text }) => text)).toEqual(['Put the caret into a highlight.'])
    expect(canPerform(command)).toBe(false)
    expect(runCommand('annotate.split')).toBe(false)
  })

  it('that is held moves on, and never deletes or codes again', () => {
    register(note('annotate.remove', ['Delete']), note('annotate.next', ['j'], { repeatable: true }))
    for (const key of ['Delete', 'j']) {
      press(key)
      expect(press(key, { repeat: true })).toBe(true)
    }
    expect(done).toEqual(['annotate.remove', 'annotate.next', 'annotate.next'])
  })

  it('is a letter in a field, and a command beside it', () => {
    register(note('annotate.highlight', ['h']), note('app.palette', ['Mod+K']), note('app.undo', ['Mod+Z']))
    register(note('annotate.autocode', ['Mod+Shift+A']), note('app.redo', ['Mod+Shift+Z']))
    focus = find('textarea')
    // Only what the field itself does with Mod and Shift is left to it.
    expect(press('A', { ctrlKey: true, shiftKey: true })).toBe(true)
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe(false)
    expect(press('h')).toBe(false)
    expect(press('z', { ctrlKey: true })).toBe(false)
    expect(press('k', { ctrlKey: true })).toBe(true)
    focus = find('[type=checkbox]')
    expect(press('h')).toBe(true)
    expect(done).toEqual(['annotate.autocode', 'app.palette', 'annotate.highlight'])
  })

  it('belongs to the dialog that is open, to an input method, and to who has used it already', () => {
    register(note('annotate.highlight', ['h']), note('app.palette', ['Mod+K']))
    expect(press('h', { isComposing: true })).toBe(false)
    focus = find('button')
    expect(press('h')).toBe(false)
    expect(press('k', { ctrlKey: true })).toBe(false)
    expect(done).toEqual([])
  })

  it('is known by where it lies where Alt makes another character of it', () => {
    register(
      note('annotate.startBack', ['Alt+[']),
      note('annotate.startOn', ['Alt+{']),
      note('compare.mergeRows', ['Alt+j']),
      note('compare.giveNext', ['Alt+Shift+ArrowDown'])
    )
    press('“', { altKey: true, code: 'BracketLeft' })
    press('”', { altKey: true, shiftKey: true, code: 'BracketLeft' })
    press('∆', { altKey: true, code: 'KeyJ' })
    press('ArrowDown', { altKey: true, shiftKey: true })
    expect(done).toEqual(['annotate.startBack', 'annotate.startOn', 'compare.mergeRows', 'compare.giveNext'])
  })
})

describe('keys that come faster than what they ask for', () => {
  it('wait for it, in their order, and act on what is there then', async () => {
    const saving = later()
    let isSaved = false
    register(
      note('annotate.highlight', ['h'], { run: () => saving.promise.then(() => (isSaved = true)) }),
      note('annotate.remove', ['Delete'], { missing: () => (isSaved ? null : 'nothing is there') }),
      note('app.undo', ['Mod+Z'])
    )
    press('h')
    press('Delete')
    press('z', { ctrlKey: true })
    expect(done).toEqual([])
    saving.end()
    await expect.poll(() => done).toEqual(['annotate.remove', 'app.undo'])
    expect(useToasts.getState().toasts).toEqual([])
  })

  it('are typed into the field that the one before opens, and run no commands there', async () => {
    const opening = later()
    const open = () =>
      opening.promise.then(() => {
        focus = find('textarea')
      })
    register(note('annotate.pick', ['/'], { run: open }), note('annotate.highlight', ['h']))
    press('/')
    for (const letter of ['h', 'o', 'p', 'e']) expect(press(letter)).toBe(true)
    opening.end()
    await expect.poll(() => typed).toBe('hope')
    expect(done).toEqual([])
  })
})

describe('a command', () => {
  it('is named with what holds when it is asked', () => {
    let mark = 'calque'
    const command = note('annotate.quality', [], { params: { mark: () => mark, n: 2 } })
    expect(paramsOf(command)).toEqual({ mark: 'calque', n: 2 })
    mark = '仿译'
    expect(paramsOf(command)).toEqual({ mark: '仿译', n: 2 })
  })

  it('shows its keys as they stand on the keyboard', () => {
    expect(['Mod+Shift+Z', 'Escape', 'Mod++', 'Alt+[', 'Delete'].map(keyLabel)).toEqual([
      'Ctrl+Shift+Z',
      'Esc',
      'Ctrl++',
      'Alt+[',
      'Del'
    ])
  })
})
