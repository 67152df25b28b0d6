import { useLayoutEffect } from 'react'
import { create } from 'zustand'
import type { Catalogue } from '../../shared/locales/en'
import { Turns } from './act-queue'
import { showToast } from './toasts'

export type CommandId = keyof Catalogue['command']

/** Something a person can do, by key, by the palette or by the menu. */
export interface Command {
  readonly id: CommandId
  /** As written by `keyOf`: `Mod+Shift+Z`, `h`, `[`, `ArrowLeft`. `Mod` is Ctrl, or Cmd on a Mac. */
  readonly keys?: readonly string[]
  /** Keys that come while a promise of it is open wait for that; see `Turns`. */
  readonly run: (event?: KeyboardEvent) => unknown
  /** Whether its keys mean it now; absent: always. */
  readonly when?: () => boolean
  /** What it lacks to be done now, in words: that is said instead. Null where it lacks nothing. */
  readonly missing?: () => string | null
  /** Whether a held key does it over and over. Only motion: never what destroys, codes or makes something. */
  readonly repeatable?: boolean
  /** Parameters of its name in the catalogue; those that are words themselves are asked for as they are needed. */
  readonly params?: Readonly<Record<string, string | number | (() => string)>>
  /** Wins its keys over other commands that could be run: what one is in the midst of comes first. */
  readonly first?: boolean
  /** Left out of the palette: keys that only make sense as keys. */
  readonly hidden?: boolean
}

const useRegistry = create<{ readonly lists: readonly (readonly Command[])[] }>(() => ({ lists: [] }))

/** Registers commands; those registered later win a key. The function takes them away again. */
export function registerCommands(commands: readonly Command[]): () => void {
  useRegistry.setState(({ lists }) => ({ lists: [...lists, commands] }))
  return () => useRegistry.setState(({ lists }) => ({ lists: lists.filter((each) => each !== commands) }))
}

/** Registers commands while a component is there. */
export function useCommands(commands: readonly Command[]): void {
  // Before it is painted: who sees a place can press its keys.
  useLayoutEffect(() => registerCommands(commands), [commands])
}

/** What fills the name of a command. */
export function paramsOf({ params = {} }: Command): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'function' ? value() : value])
  )
}

const turns = new Turns()

export function allCommands(): readonly Command[] {
  return useRegistry.getState().lists.flat()
}

export function runCommand(id: string): boolean {
  const command = allCommands().findLast((each) => each.id === id && isMeant(each))
  if (command) turns.take(() => perform(command))
  return command !== undefined
}

/** Does something as a key would: after what is under way, and before the keys that come next. */
export function takeTurn(act: () => unknown): void {
  turns.take(act)
}

/** Does what a command does, or says what it lacks. */
export function perform(command: Command, event?: KeyboardEvent): unknown {
  const missing = command.missing?.() ?? null
  if (missing === null) return command.run(event)
  showToast(missing)
  return undefined
}

/** Whether a command would do something now. */
export function canPerform(command: Command): boolean {
  return isMeant(command) && (command.missing?.() ?? null) === null
}

function isMeant({ when }: Command): boolean {
  return when?.() ?? true
}

const isMac = navigator.userAgent.includes('Mac')

/** A key press in the notation of commands. Shift is named for named keys and with Mod; letters say it themselves. */
function keyOf(event: KeyboardEvent): string {
  const mod = isMac ? event.metaKey : event.ctrlKey
  const plain = plainKey(event)
  const named = plain.length > 1
  const key = mod && !named ? plain.toUpperCase() : plain
  const parts = []
  if (mod) parts.push('Mod')
  if (event.altKey) parts.push('Alt')
  if (event.shiftKey && (named || mod)) parts.push('Shift')
  return [...parts, key].join('+')
}

/** The key itself. With Alt some keyboards type another character: then it is told by where it lies. */
function plainKey({ key, code, altKey, shiftKey }: KeyboardEvent): string {
  if (key === ' ') return 'Space'
  if (!altKey || /^[ -~]+$/.test(key)) return key
  const brackets: Readonly<Record<string, string>> = shiftKey
    ? { BracketLeft: '{', BracketRight: '}', Digit9: '(', Digit0: ')' }
    : { BracketLeft: '[', BracketRight: ']' }
  return brackets[code] ?? /^(?:Digit|Key)(.)$/.exec(code)?.[1]?.toLowerCase() ?? key
}

/** Whether typing goes into a field, so that plain keys are letters and not commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'range', 'color'].includes(target.type)
  )
}

/**
 * Finds and runs the command of a key press. In a field only those with Mod that a field has no use for run. Keys that
 * come while a command is under way wait for it, and act on what is there then.
 */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const key = keyOf(event)
  if (isElsewhere(event.target, key)) return
  const waits = turns.isBusy && isLetter(event)
  if (!waits && !commandOf(key)) return
  event.preventDefault()
  turns.take(() => press(key, event))
}

/** Whether a key belongs to a dialog, or to a field that is typed in. */
function isElsewhere(target: EventTarget | null, key: string): boolean {
  if (target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"], [role="alertdialog"]'))
    return true
  // Function keys mean nothing to a field.
  return (
    isTyping(target) &&
    !/^(?:Shift\+)?F\d+$/.test(key) &&
    (!key.startsWith('Mod+') || /^Mod\+(?:[ZXCVA]|Shift\+[ZV])$/.test(key) || key.includes('Arrow'))
  )
}

function press(key: string, event: KeyboardEvent): unknown {
  // What the key before has opened takes the letters that were typed on meanwhile.
  if (isElsewhere(document.activeElement, key)) return typeInto(event)
  const command = commandOf(key)
  if (!command || (event.repeat && command.repeatable !== true)) return undefined
  return perform(command, event)
}

function commandOf(key: string): Command | undefined {
  const able = allCommands().filter((each) => each.keys?.includes(key) && isMeant(each))
  return able.findLast((each) => each.first) ?? able.at(-1)
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return Array.from(key).length === 1 && !ctrlKey && !metaKey && !altKey
}

/** Types a letter into the field that has the focus, as if it had come there by itself. */
function typeInto(event: KeyboardEvent): void {
  // The one way to type that the field's own undo takes back too.
  if (isTyping(document.activeElement) && isLetter(event))
    document.execCommand('insertText', false, event.key)
}

/** A key as people read it on their keyboard. */
export function keyLabel(key: string): string {
  const names: Readonly<Record<string, string>> = isMac
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌦', Backspace: '⌫', Escape: 'esc' }
    : { Mod: 'Ctrl', Escape: 'Esc', Delete: 'Del' }
  return key
    .split(/\+(?!$)/)
    .map((part) => names[part] ?? part)
    .join(isMac ? '' : '+')
}
