import { create } from 'zustand'

/** In a narrow window the sidebar lies over the text, and only while it is asked for. */
export const useOverlaySidebar = create<{ readonly shown: boolean }>(() => ({ shown: false }))

/** The width, in CSS pixels, below which panels no longer fit beside the text. The same stands in `shell.css`. */
const narrow = 860

export function isNarrow(): boolean {
  return window.innerWidth <= narrow
}
