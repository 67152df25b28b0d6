import { useRef } from 'react'
import { unitAt } from '../../shared/text/caret-motion'
import { besideBox } from '../annotating/popover-position'
import { useT } from '../state/i18n'
import { currentProject, useProject } from '../state/project'
import { type Passage, useSurface } from '../state/surface'
import { useAnswer } from '../state/use-answer'
import { useDismiss } from '../ui/use-dismiss'

const width = 560
/** Its own key closes it again. */
const leavingKeys = ['Escape', 'o']
const roomEach = 96

/** What is selected, or the sentence at the caret. */
export function passageHere(): Passage | null {
  const { selection, caret } = useSurface.getState()
  if (selection) return selection
  const walk = caret && currentProject().texts[caret.document]
  if (!caret || !walk) return null
  const sentence = unitAt(walk, caret.offset, 'sentence')
  return sentence.end > sentence.start ? { document: caret.document, ...sentence } : null
}

/** The other renderings of a passage, in place: the sentences linked with it, and in them the words that answer. */
export function Renderings({ passage, onClose }: { passage: Passage; onClose: () => void }) {
  const t = useT()
  const documents = useProject((project) => project.state.documents)
  const frame = useRef<HTMLElement>(null)
  const { document: id, start, end } = passage
  const { answer: found } = useAnswer(
    'compare.renderings',
    { document: id, passage: { start, end }, annotation: null },
    { onError: onClose }
  )
  useDismiss(frame, onClose, leavingKeys)
  if (!found) return null
  const box = useSurface.getState().surface?.boxOf(passage) ?? null
  return (
    <section
      ref={frame}
      className="popover renderings-here"
      aria-label={t('reader.otherRenderings')}
      aria-live="polite"
      style={besideBox(box, Math.min(width, window.innerWidth - 32), roomEach * Math.max(1, found.length))}
    >
      <dl>
        {found.map(({ document, text, said }) => (
          <div key={document}>
            <dt>{t(`rendering.${documents[document]?.rendering ?? 'unknown'}`)}</dt>
            <dd lang={documents[document]?.language}>
              {text === '' && <em>{t('compare.leftOut')}</em>}
              {said ? (
                <>
                  {text.slice(0, said.start)}
                  <strong>{text.slice(said.start, said.end)}</strong>
                  {text.slice(said.end)}
                </>
              ) : (
                text
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
