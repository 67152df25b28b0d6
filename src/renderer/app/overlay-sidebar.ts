import { create } from 'zustand'

/** In a narrow window the sidebar lies over the text, and only while it is asked for. */
export const useOverlaySidebar = create<{ readonly shown: boolean }>(() => ({ shown: false }))

/** The widths, in CSS pixels, below which panels no longer fit beside a text, or a comparison. The same stand in `shell.css`. */
const narrowPx = { text: 860, comparison: 960 }

export function isNarrow(): boolean {
  return window.innerWidth <= (document.querySelector('.compare-bar') ? narrowPx.comparison : narrowPx.text)
}
