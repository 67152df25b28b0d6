import { stemmer } from 'stemmer'
import type { Span } from '../../model/offsets'
import { span } from '../../model/span'
import { foldWord } from '../evidence/tokens'

/** A word of a sentence, where it stands (UTF-16 offsets into the text given) and how it is compared. */
export interface Word extends Span {
  readonly text: string
  /** Without case and accents. */
  readonly folded: string
  readonly stem: string
  /** A word that says something by itself: not an article, a preposition, an auxiliary. */
  readonly content: boolean
}

const functionWords = new Set(
  'the a an of to and in on for with by at from as is are was were be been being that this these those it its will would shall should may might can could not or nor but so if than then there here he she they them his her their we our us you your i my me who whom whose which what when where do does did has have had'.split(
    ' '
  )
)

/** The words of a text without Chinese, by Unicode's letters and figures; marks between words are left out. */
export function wordsOf(text: string): Word[] {
  const pattern = /\p{N}[\p{N}.,]*\p{N}%?|\p{N}%?|\p{L}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*/gu
  return [...text.matchAll(pattern)].map((match) => {
    const own = match[0]
    const folded = foldWord(own).replace(/’/g, "'")
    return {
      ...span(match.index, match.index + own.length),
      text: own,
      folded,
      stem: stemmer(folded.replace(/'s$/, '')),
      content: !functionWords.has(folded)
    }
  })
}
