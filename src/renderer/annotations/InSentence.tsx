import type { ListedAnnotation } from '../../shared/ipc/answers'
import { Words } from '../ui/Words'

interface Props {
  readonly listed: ListedAnnotation
  readonly language: string | undefined
  /** On one line, which may be cut at its end: of what stands before the words only the last of it. */
  readonly isLine?: boolean
}

/** How much stands before the words on one line, in UTF-16 code units. */
const leadLength = 28

/** The words of a passage within their sentence, where that is known. */
export function InSentence({ listed: { annotation, sentence }, language, isLine = false }: Props) {
  const before = sentence?.before ?? ''
  return (
    <span className="in-sentence" lang={language}>
      {before !== '' && <Words text={isLine ? lastOf(before) : before} />}
      <q>
        <Words text={annotation.selector.exact} />
      </q>
      {sentence?.after && <Words text={sentence.after} />}
    </span>
  )
}

/** The end of what stands before, from the beginning of a word on where there is one. */
function lastOf(before: string): string {
  if (before.length <= leadLength) return before
  const end = before.slice(-leadLength)
  const word = end.indexOf(' ')
  return `…${word === -1 ? end.replace(/^[\uDC00-\uDFFF]/, '') : end.slice(word + 1)}`
}
