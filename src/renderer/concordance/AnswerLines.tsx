import { useStore } from 'zustand'
import type { ConcordanceLine, LineAnswer } from '../../shared/concordance/lines'
import { useT } from '../state/i18n'
import { useSlices } from '../state/project'
import { Words } from '../ui/Words'
import { lineAnswers } from './line-answers'
import { lineKey } from './ticked-lines'

/** Below a line what the other versions of its work say there, with the words that answer the hit marked. */
export function AnswerLines({ line }: { readonly line: ConcordanceLine }) {
  const t = useT()
  const key = lineKey(line)
  const answers = useStore(lineAnswers.store, (state) => state.answers.get(key))
  const { documents } = useSlices('documents')
  if (!answers)
    return (
      <span role="gridcell" className="answers" aria-busy>
        <span className="answer none">{t('common.loading')}</span>
      </span>
    )
  return (
    <span role="gridcell" className="answers">
      {answers.length === 0 && <span className="answer none">{t('concordance.noVersion')}</span>}
      {answers.map((answer) => {
        const own = documents[answer.document]
        return (
          <span key={`${answer.document} ${answer.start}`} className="answer">
            <span className="answer-from" title={own?.title}>
              {own && (own.rendering === 'unknown' ? own.title : t(`rendering.${own.rendering}`))}
            </span>
            <Said answer={answer} language={own?.language} />
          </span>
        )
      })}
    </span>
  )
}

function Said({ answer: { text, said }, language }: { answer: LineAnswer; language: string | undefined }) {
  const t = useT()
  if (text === '') return <em>{t('concordance.leftOut')}</em>
  if (!said) return <span lang={language}>{text}</span>
  return (
    <span lang={language}>
      <Words text={text.slice(0, said.start)} />
      <mark>
        <Words text={text.slice(said.start, said.end)} />
      </mark>
      <Words text={text.slice(said.end)} />
    </span>
  )
}
