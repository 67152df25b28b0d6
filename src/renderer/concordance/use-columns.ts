import { type RefObject, useLayoutEffect, useState } from 'react'
import type { AboutColumn } from './line-about'

export interface Columns {
  /** The width of a row, in pixels. */
  readonly width: number
  /** What left context, hit and right context have together, in pixels. */
  readonly context: number
  /** So many characters of context may fit on a side. */
  readonly characters: number
  /** What is said of the text, as far as there is room. */
  readonly about: AboutColumn
  /** As CSS writes them. */
  readonly font: string
  readonly hitFont: string
}

/** The widths of the columns beside the contexts, in pixels; the style sheet has the same. */
const tickWidth = 30
const aboutWidths: Readonly<Record<AboutColumn, number>> = { whole: 230, short: 124, none: 26 }
/** Padding of a row, and the gaps between its columns. */
const around = 24
/** Narrower than so a list says less of each line, in pixels. */
const narrow = 760
const narrower = 560
/** A narrow letter, in pixels: contexts are asked for so that they fill the line with any. */
const narrowLetter = 5.2

/** How a list's width is shared out; it follows the window. */
export function useColumns(list: RefObject<HTMLElement | null>, wanted: AboutColumn): Columns {
  const [{ width, font, hitFont }, setSize] = useState({ width: 0, font: '', hitFont: '' })
  useLayoutEffect(() => {
    const { current } = list
    if (!current) return undefined
    const measure = () => {
      const { fontFamily, fontSize } = getComputedStyle(current)
      const named = (weight: number) => `${weight} ${fontSize} ${fontFamily}`
      setSize({ width: current.clientWidth, font: named(400), hitFont: named(600) })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    measure()
    return () => observer.disconnect()
  }, [list])
  const about = width < narrower ? 'none' : width < narrow && wanted === 'whole' ? 'short' : wanted
  const context = Math.max(0, width - tickWidth - around - aboutWidths[about])
  return { width, context, characters: context / 2 / narrowLetter, about, font, hitFont }
}
