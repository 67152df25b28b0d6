import { z } from 'zod'
import { ContentHash, DocumentId } from '../model/ids'
import type { RecycledAnswer, RecycledInText } from '../recycled/recycled-answers'

const place = z.object({
  document: DocumentId,
  revision: ContentHash,
  start: z.int().min(0),
  end: z.int().min(1)
})

/** What a window asks of passages that stand nearly alike in several texts. `find` takes its time: it is a job. */
export const recycledMethods = {
  'recycled.find': z.null(),
  /** What of a text stands in other texts too. All texts are looked through where nobody did so since they changed. */
  'recycled.inText': DocumentId,
  /** The words of some places; null where the text is another by now. */
  'recycled.words': z.object({ places: z.array(place).max(200) })
}

export interface RecycledAnswers {
  'recycled.find': RecycledAnswer
  'recycled.inText': RecycledInText
  'recycled.words': readonly (string | null)[]
}
