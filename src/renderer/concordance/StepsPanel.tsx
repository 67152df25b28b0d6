import { MessageSquareText, X } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { cutAtWord } from '../../shared/text/cut-at-word'
import { useT } from '../state/i18n'
import { useFigures } from '../state/number-format'
import { concordance } from './concordance-desk'
import { longestNamed } from './concordance-state'
import { noted, walkedTo, withoutStep } from './trail-walk'
import { useStepNames } from './use-step-name'

/** How one came to these lines: each step with the lines it left. Pressing one walks back to it, or on again. */
export function StepsPanel() {
  const t = useT()
  const figures = useFigures()
  const names = useStepNames()
  const { walk, view, shown } = useStore(concordance.store)
  const [noting, setNoting] = useState<number | null>(null)
  if (!view || !shown) return <p className="panel-hint">{t('concordance.noSteps')}</p>
  const note = (index: number, said: Parameters<typeof noted>[2]) =>
    concordance.note(noted(concordance.state.walk, index, said))
  const step = (at: number, name: string, lines: number | undefined, memo = '') => (
    <>
      <button
        type="button"
        className="step"
        aria-current={walk.upTo === at ? 'step' : undefined}
        onClick={() => void concordance.arrange(walkedTo(walk, at))}
      >
        <span className="step-name">{name}</span>
        <span className="number">{lines === undefined ? '' : figures.whole(lines)}</span>
        {memo && <span className="step-memo">{memo}</span>}
      </button>
    </>
  )
  return (
    <ol className="steps" aria-label={t('concordance.steps')}>
      <li className={walk.upTo === 0 ? 'on' : ''}>
        {step(0, cutAtWord(shown.query, longestNamed), view.hits)}
      </li>
      {walk.steps.map((each, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is the one at its place in the trail
          key={index}
          className={index + 1 === walk.upTo ? 'on' : index + 1 > walk.upTo ? 'later' : ''}
        >
          {step(index + 1, names.step(each), index < walk.upTo ? view.left[index] : undefined, each.memo)}
          <span className="step-tools">
            <button
              type="button"
              className="icon-button"
              aria-label={`${t('concordance.noteStep')}: ${names.step(each)}`}
              aria-expanded={noting === index}
              onClick={() => setNoting(noting === index ? null : index)}
            >
              <MessageSquareText size={13} aria-hidden />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={`${t('concordance.removeStep')}: ${names.step(each)}`}
              onClick={() => {
                setNoting(null)
                void concordance.arrange(withoutStep(walk, index))
              }}
            >
              <X size={13} aria-hidden />
            </button>
          </span>
          {noting === index && (
            // Each letter is kept at once: one may leave by a key, and then nothing else tells of it.
            <div className="step-note">
              <input
                aria-label={t('concordance.stepName')}
                placeholder={t('concordance.stepName')}
                maxLength={200}
                defaultValue={each.name}
                onChange={({ target }) => note(index, { name: target.value.trim() })}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                  setNoting(null)
                  event.currentTarget.closest('li')?.querySelector('button')?.focus()
                }}
              />
              <textarea
                aria-label={t('concordance.stepMemo')}
                placeholder={t('concordance.stepMemo')}
                maxLength={20_000}
                rows={3}
                defaultValue={each.memo}
                onChange={({ target }) => note(index, { memo: target.value })}
              />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
