import { handleKey } from '../state/commands'

type Held = Partial<Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'shiftKey' | 'repeat'>>

/** Presses a key where the focus is. True where something of the window's has taken it. */
export function pressKey(key: string, held: Held = {}): boolean {
  const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  const facts = { key, code: '', repeat: false, isComposing: false, ...plain, ...held }
  const event = Object.assign(new Event('keydown', { cancelable: true }), facts) as KeyboardEvent
  Object.defineProperty(event, 'target', { value: document.activeElement })
  handleKey(event)
  return event.defaultPrevented
}
