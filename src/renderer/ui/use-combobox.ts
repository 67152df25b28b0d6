import { type KeyboardEvent, type MouseEvent, useCallback, useId, useState } from 'react'

interface Options {
  /** How many options there are. */
  readonly count: number
  readonly choose: (index: number) => void
  /** Whether the list is shown; without it the keys do nothing. */
  readonly isOpen?: boolean
  /** What an arrow does beyond either end of the list. */
  readonly atEnds?: 'wrap' | 'stop'
}

/**
 * A field that keeps the focus while the arrows go through a list of options, and Enter takes the one that is marked. One is
 * marked from the start, so that Enter alone takes the first; a press on an option does not take the focus from the field.
 */
export function useCombobox({ count, choose, isOpen = true, atEnds = 'wrap' }: Options) {
  const id = useId()
  const [marked, setMarked] = useState(0)
  /** The list may have become shorter. */
  const at = Math.min(marked, Math.max(0, count - 1))
  return {
    /** The option that is marked. */
    at,
    /** Marks the first one: the list is another. */
    restart: useCallback(() => setMarked(0), []),
    /** Does what a key means here. Whether it meant anything. */
    onKey(event: KeyboardEvent): boolean {
      if (!isOpen || event.nativeEvent.isComposing) return false
      const next = nextOption(event.key, at, count, atEnds)
      if (next !== null) setMarked(next)
      else if (event.key === 'Enter' && count > 0) choose(at)
      else return false
      event.preventDefault()
      return true
    },
    field: {
      'aria-controls': isOpen ? `${id}-list` : undefined,
      'aria-activedescendant': isOpen && count > 0 ? `${id}-${at}` : undefined
    },
    list: { id: `${id}-list`, role: 'listbox' as const },
    option: (index: number) => ({
      id: `${id}-${index}`,
      role: 'option' as const,
      'aria-selected': index === at,
      tabIndex: -1,
      onMouseDown: (event: MouseEvent) => {
        event.preventDefault()
        choose(index)
      }
    })
  }
}

/** The option that an arrow leads to; null for other keys. */
export function nextOption(key: string, at: number, count: number, atEnds: 'wrap' | 'stop'): number | null {
  const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  if (by === 0) return null
  if (count === 0) return 0
  return atEnds === 'wrap' ? (at + by + count) % count : Math.max(0, Math.min(count - 1, at + by))
}
