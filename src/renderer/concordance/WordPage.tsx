import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { cutAtWord } from '../../shared/text/cut-at-word'
import { useT } from '../state/i18n'
import { useFigures } from '../state/number-format'
import { useSlices } from '../state/project'
import { Dialog } from '../ui/Dialog'
import { Words } from '../ui/Words'
import { CollocatesPanel } from './CollocatesPanel'
import { concordance } from './concordance-desk'
import { longestNamed } from './concordance-state'
import { FigureState } from './FigureState'
import { keepGroupOf } from './line-acts'
import { SpreadPanel } from './SpreadPanel'
import { useFigure } from './use-figure'
import { openLine } from './use-line-commands'

/** So many lines stand on the page. */
const mostLines = 12
const mostRenderings = 30
/** Of more lines every so manieth is looked at for its renderings. */
const mostLookedAt = 1000

/** All there is to say of what was looked for on one page: its first lines, its renderings, where it stands, what goes with it. */
export function WordPage({ close }: { readonly close: () => void }) {
  const t = useT()
  const { view, shown, walk } = useStore(concordance.store)
  // Whatever is pressed here leaves other lines: they stand behind.
  const opened = useRef(walk)
  useEffect(() => {
    if (opened.current !== walk) close()
  }, [walk, close])
  if (!view || !shown) return null
  const texts = t('shell.textCount', { count: view.lineDocuments })
  return (
    <Dialog
      title={t('concordance.page.title', { query: cutAtWord(shown.query, longestNamed) })}
      closeLabel={t('common.close')}
      width="full"
      onClose={close}
    >
      <div className="word-page">
        <p className="word-count">{t('concordance.linesIn', { count: view.lines, texts })}</p>
        <section className="word-lines">
          <h3>{t('concordance.page.lines')}</h3>
          <FirstLines close={close} />
        </section>
        <section>
          <h3>{t('concordance.page.spread')}</h3>
          <SpreadPanel />
        </section>
        <section>
          <h3>{t('concordance.tabs.collocates')}</h3>
          <CollocatesPanel />
        </section>
        <section>
          <h3>{t('concordance.page.renderings')}</h3>
          <Renderings />
        </section>
      </div>
    </Dialog>
  )
}

function FirstLines({ close }: { readonly close: () => void }) {
  const { rows, pages } = useStore(concordance.store)
  const { documents } = useSlices('documents')
  // The list may have gone before its first page came.
  useEffect(() => {
    if (!pages) return
    for (const { from, count } of rows.runsBetween(0, Math.min(mostLines, rows.count) - 1))
      concordance.want(from, from + count - 1)
  }, [rows, pages])
  const lines = Array.from({ length: Math.min(mostLines, rows.count) }, (_, row) => {
    const here = rows.rowAt(row)
    const line = here?.kind === 'line' ? pages.line(here.line) : undefined
    return line ? { row, line } : null
  }).flatMap((each) => each ?? [])
  return (
    <ol className="first-lines">
      {lines.map(({ row, line }) => (
        <li key={`${line.document} ${line.start}`} lang={documents[line.document]?.language}>
          <button
            type="button"
            onClick={() => {
              close()
              openLine(row)
            }}
          >
            <span className="line-left">
              <span>
                <Words text={endOf(line.left)} />
              </span>
            </span>
            <b>
              <Words text={line.hit} />
            </b>
            <span>
              <Words text={beginningOf(line.right)} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

/** So many characters of context stand on each side, UTF-16; and where no space is near whole words are not looked for. */
const contextLength = 70
const nearSpace = 24

function endOf(left: string): string {
  if (left.length <= contextLength) return left
  const end = left.slice(-contextLength)
  return end.slice(0, nearSpace).includes(' ') ? end.slice(end.indexOf(' ') + 1) : end
}

function beginningOf(right: string): string {
  if (right.length <= contextLength) return right
  const beginning = right.slice(0, contextLength)
  const space = beginning.lastIndexOf(' ')
  return space > contextLength - nearSpace ? beginning.slice(0, space) : beginning
}

/** The words that answer in other versions, with their counts and shares. */
function Renderings() {
  const t = useT()
  const figures = useFigures()
  const view = useStore(concordance.store, (state) => state.view)
  const asked = view?.isComplete ? { id: view.id, most: mostLookedAt } : null
  const found = useFigure('concordance.renderings', asked, `${view?.id} ${view?.version}`)
  const { rows = [], lines = 0, of = 0 } = found.value ?? {}
  const answered = rows.filter(({ key }) => key !== '')
  return (
    <>
      <FigureState figure={found} isEmpty={answered.length === 0} />
      {lines < of && (
        <p className="panel-hint">
          {t('concordance.page.some', { lines: figures.whole(lines), of: figures.whole(of) })}
        </p>
      )}
      {answered.length > 0 && (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('concordance.group.answer')}</th>
              <th scope="col">n</th>
              <th scope="col">%</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostRenderings).map(({ key, label, count }) => (
              <tr key={key}>
                <th scope="row">
                  <button
                    type="button"
                    onClick={() => void keepGroupOf({ by: 'answer', version: null }, key)}
                  >
                    {key === '' ? t('concordance.nothingAnswers') : label}
                  </button>
                </th>
                <td>{figures.whole(count)}</td>
                <td>{figures.percent(count / lines)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
