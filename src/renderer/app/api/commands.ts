import { useEffect } from 'react'
import { create } from 'zustand'
import type { Catalogue } from '../../../shared/locales/en'

export type CommandId = keyof Catalogue['command']

/** Something a person can do, by key, by the palette or by the menu. */
export interface Command {
  readonly id: CommandId
  /** As written by `keyOf`: `Mod+Shift+Z`, `h`, `[`, `ArrowLeft`. `Mod` is Ctrl, or Cmd on a Mac. */
  readonly keys?: readonly string[]
  readonly run: (event?: KeyboardEvent) => void
  /** Whether it can be done now; absent: always. */
  readonly when?: () => boolean
  /** Parameters of its name in the catalogue; those that are words themselves are asked for as they are needed. */
  readonly params?: Readonly<Record<string, string | number | (() => string)>>
  /** Wins its keys over other commands that could be run: what one is in the midst of comes first. */
  readonly first?: boolean
  /** Left out of the palette: keys that only make sense as keys. */
  readonly hidden?: boolean
}

const useRegistry = create<{ readonly lists: readonly (readonly Command[])[] }>(() => ({ lists: [] }))

/** Registers commands while a component is there. Those registered later win a key. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    useRegistry.setState(({ lists }) => ({ lists: [...lists, commands] }))
    return () => useRegistry.setState(({ lists }) => ({ lists: lists.filter((each) => each !== commands) }))
  }, [commands])
}

/** What fills the name of a command. */
export function paramsOf({ params = {} }: Command): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'function' ? value() : value])
  )
}

export function allCommands(): readonly Command[] {
  return useRegistry.getState().lists.flat()
}

export function runCommand(id: string): boolean {
  const command = allCommands().findLast((each) => each.id === id && (each.when?.() ?? true))
  command?.run()
  return command !== undefined
}

export const isMac = navigator.userAgent.includes('Mac')

/** A key press in the notation of commands. Shift is named for named keys and with Mod; letters say it themselves. */
export function keyOf(event: KeyboardEvent): string {
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

/** Finds and runs the command of a key press. In a field only those with Mod that a field has no use for run. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const key = keyOf(event)
  const inDialog =
    event.target instanceof HTMLElement &&
    event.target.closest('[role="dialog"], [role="menu"], [role="alertdialog"]')
  if (inDialog) return
  const typing = isTyping(event.target)
  if (typing && (!key.startsWith('Mod+') || /^Mod\+(Shift\+)?[ZXCVA]$/.test(key) || key.includes('Arrow')))
    return
  const able = allCommands().filter((each) => each.keys?.includes(key) && (each.when?.() ?? true))
  const command = able.findLast((each) => each.first) ?? able.at(-1)
  if (!command) return
  event.preventDefault()
  command.run(event)
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
