import { useRef } from 'react'
import { useStore } from 'zustand'
import type { RecycledEntry } from '../../shared/recycled/recycled-answers'
import { ThemePicker } from '../annotating/ThemePicker'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useProject } from '../state/project'
import { useAnswer } from '../state/use-answer'
import { codePlaces } from './code-places'
import { Differing } from './Differing'
import type { RecycledDesk } from './recycled-desk'

/** One passage: where it stands by date, how each place parts from the first; the ticked places are coded as one change. */
export function RecycledPage({
  desk,
  passage,
  picking,
  setPicking
}: {
  readonly desk: RecycledDesk
  readonly passage: RecycledEntry
  readonly picking: boolean
  readonly setPicking: (on: boolean) => void
}) {
  const t = useT()
  const { ticked } = useStore(desk.store)
  const documents = useProject((project) => project.state.documents)
  const button = useRef<HTMLButtonElement>(null)
  const places = passage.places.map(({ likeness: _, ...place }) => place)
  const { latest: words } = useAnswer('recycled.words', { places })
  const first = words?.[0] ?? ''
  const meant = passage.places.filter((_, at) => ticked.has(at))
  const close = () => {
    setPicking(false)
    button.current?.focus()
  }
  return (
    <article className="recycled-page">
      <div className="recycled-acts">
        <h2>{t('recycled.places')}</h2>
        <button
          ref={button}
          type="button"
          className="button primary"
          disabled={meant.length === 0}
          onClick={() => setPicking(true)}
        >
          {t('recycled.code', { count: meant.length })}
        </button>
      </div>
      <p className="panel-hint">{t('recycled.key')}</p>
      {picking && (
        <ThemePicker
          beside={button.current?.getBoundingClientRect() ?? null}
          use={{
            apply: (id) => void codePlaces(meant, { id }).then(close),
            create: (name) => void codePlaces(meant, { name }).then(close),
            close
          }}
        />
      )}
      <ol className="recycled-places">
        {passage.places.map(({ document: id, start, end, likeness }, at) => {
          const document = documents[id]
          const said = words?.[at]
          return (
            <li key={`${id} ${start}`}>
              <input
                type="checkbox"
                aria-label={t('recycled.tick')}
                checked={ticked.has(at)}
                onChange={(event) => desk.tick(at, event.target.checked)}
              />
              <div>
                <p className="recycled-where">
                  <button
                    type="button"
                    className="link-button"
                    title={t('recycled.open')}
                    onClick={() => navigate({ name: 'reader', document: id, at: start, end })}
                  >
                    {document?.title ?? id}
                  </button>
                  <span>
                    {[
                      document?.publisher,
                      document?.published?.date ?? t('recycled.undated'),
                      at === 0
                        ? t('recycled.first')
                        : likeness === 1
                          ? t('recycled.same')
                          : t('recycled.alike', { percent: Math.round(likeness * 100) })
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </p>
                <p className="recycled-words" lang={document?.language ?? ''}>
                  {said === null ? (
                    <em>{t('recycled.gone')}</em>
                  ) : at === 0 || first === '' ? (
                    said
                  ) : (
                    <Differing first={first} words={said ?? ''} />
                  )}
                </p>
              </div>
            </li>
          )
        })}
      </ol>
      {passage.count > passage.places.length && (
        <p className="panel-hint">{t('recycled.more', { count: passage.count - passage.places.length })}</p>
      )}
    </article>
  )
}
