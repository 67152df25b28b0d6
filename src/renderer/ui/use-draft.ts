import { useEffect, useRef, useState } from 'react'

/** What is being typed is saved after so many milliseconds without a key. */
const pause = 900

export interface Draft {
  readonly text: string
  readonly type: (text: string) => void
  /** Saves at once what is not saved yet: on leaving the field. */
  readonly flush: () => void
}

/**
 * What is being typed over a stored text. It is saved in every pause of the typing, on leaving, and when the field goes.
 * What comes back of one's own saving is no news, for the typing may have gone on; what others made of the stored text
 * (undoing, another window) takes the place of the draft.
 */
export function useDraft(stored: string, save: (text: string) => void): Draft {
  const [text, setText] = useState(stored)
  const [seen, setSeen] = useState(stored)
  /** Saved by this field and not come back yet, in the order of saving. */
  const [sent, setSent] = useState<readonly string[]>([])
  if (stored !== seen) {
    setSeen(stored)
    const own = sent.indexOf(stored)
    if (own === -1) setText(stored)
    setSent(own === -1 ? [] : sent.slice(own + 1))
  }
  const unsaved = useRef<(() => void) | null>(null)
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  const last = sent.at(-1) ?? stored
  useEffect(() => {
    if (text === last) {
      unsaved.current = null
      return
    }
    const now = () => {
      unsaved.current = null
      setSent((before) => [...before, text])
      latest.current(text)
    }
    unsaved.current = now
    const timer = setTimeout(now, pause)
    return () => clearTimeout(timer)
  }, [text, last])
  useEffect(() => () => unsaved.current?.(), [])
  return { text, type: setText, flush: () => unsaved.current?.() }
}
