import type { KnownSet } from './sets'
import type { VariantKind } from './variants'

/** The least F1 that is asked for: strict, block, and of sentences alone where it is asked for at all. */
export type Bar = readonly [strict: number, block: number, alone?: number]

type Bars = Readonly<Record<VariantKind | 'plain', Bar>>

const english: Bars = {
  plain: [0.98, 0.99],
  omissions: [0.975, 0.985, 0.8],
  notes: [0.95, 0.97, 0.85],
  moved: [0.98, 0.985],
  merged: [0.97, 0.985]
}
const chinese: Bars = {
  plain: [0.89, 0.975],
  omissions: [0.86, 0.955, 0.65],
  notes: [0.88, 0.955, 0.82],
  moved: [0.86, 0.95],
  merged: [0.89, 0.975]
}
const literaryChinese: Bars = { ...chinese, plain: [0.95, 0.98] }

/** The bars are set for chapters; verse and other pairs of languages are held against the nearest. */
export function barOf({ languages: [a] }: KnownSet, kind: VariantKind | 'plain'): Bar {
  return (a === 'lzh' ? literaryChinese : a.startsWith('zh') ? chinese : english)[kind]
}

/** Sets of one kind of text, whichever the languages: what is tuned on one of a family is tuned on all. */
export function familyOf({ name }: KnownSet): string {
  if (name.includes('ttc')) return 'Tao Te Ching'
  return name.startsWith('sample') ? 'sample' : name.startsWith('written') ? 'written' : 'Bibles'
}
