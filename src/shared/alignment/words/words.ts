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
  /** The pairs of neighbouring letters in the folded word, each once. */
  readonly bigrams: ReadonlySet<string>
}

type WordForm = Pick<Word, 'folded' | 'stem' | 'content' | 'bigrams'>

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
    const { start, end } = span(match.index, match.index + own.length)
    const { folded, stem, content, bigrams } = formOf(own)
    return { start, end, text: own, folded, stem, content, bigrams }
  })
}

/** A text uses few words many times: what they are compared by is worked out once, for so many forms at a time. */
const mostForms = 20_000
const forms = new Map<string, WordForm>()

function formOf(word: string): WordForm {
  const known = forms.get(word)
  if (known) return known
  const folded = foldWord(word).replace(/’/g, "'")
  const bigrams = new Set<string>()
  for (let at = 0; at + 2 <= folded.length; at++) bigrams.add(folded.slice(at, at + 2))
  const form = {
    folded,
    stem: stemmer(folded.replace(/'s$/, '')),
    content: !functionWords.has(folded),
    bigrams
  }
  if (forms.size >= mostForms) forms.clear()
  forms.set(word, form)
  return form
}
