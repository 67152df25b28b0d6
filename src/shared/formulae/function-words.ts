import { lemma } from './lemma'

/** English words that a phrase may hold and that tell it from no other; a phrase neither begins nor ends with one. */
export const functionWords: ReadonlySet<string> = new Set(
  `the a an of to and in on for with by at from as is are was were be been being that this these those it its will shall not or but
  which who whom whose has have had do does did also such only into than then so if when where while there their they we our us he she his her
  him i you your must should can could may might would need all each every any some more most less very up out over under about between
  among through during after before until against per via both either neither nor yet too again still ever never here now just well below above around within other another same own`
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => [word, lemma(word)])
)

/** Han characters that say little of themselves. */
export const emptyCharacters: ReadonlySet<string> = new Set([
  ...'的了之也而以其于与和及在是为对将把被等并着者就都还要'
])
