import { PanelRight } from 'lucide-react'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { ConcordanceView } from '../../shared/concordance/lines'
import { cutAtWord } from '../../shared/text/cut-at-word'
import { type Command, useCommands } from '../state/commands'
import { useT } from '../state/i18n'
import { reportRoute } from '../state/navigation'
import { setPreferences, usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { errorText } from '../state/toasts'
import { Empty } from '../ui/Empty'
import { CodeBar, LinePicker } from './CodeBar'
import { concordance } from './concordance-desk'
import { longestNamed } from './concordance-state'
import { FormulaOffer } from './FormulaOffer'
import { stepsFor } from './formula-query'
import { LineList } from './LineList'
import { LinesPanel } from './LinesPanel'
import { LineTools } from './LineTools'
import { QueryField } from './QueryField'
import { QueryFormPanel } from './QueryFormPanel'
import { QueryHelp } from './QueryHelp'
import { quotedQuery } from './quoted-query'
import { SamenessMenu } from './SamenessMenu'
import { useExportSource } from './use-export-source'
import { useFreshLines } from './use-fresh-lines'
import { useLineCommands } from './use-line-commands'
import { useNarrow } from './use-narrow'

interface Props {
  /** Words to look for as they are written; absent: what stood here last. */
  readonly words?: string
  /** What to look for, in the query language. */
  readonly query?: string
  /** One comes back: keys go on from the line one was on. */
  readonly isBack: boolean
  /** Another each time one is sent here. */
  readonly visit: object
}

/** The concordance: every place where something is said, as lines under one another, and the steps of reading them. */
export function Concordance({ words, query: wanted, isBack, visit }: Props) {
  const t = useT()
  const folder = useProject((project) => project.folder)
  const kept = usePreferences((state) => state.concordance)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [picking, setPicking] = useState(false)
  // Before anything of it is drawn; once, for another project brings another view.
  useState(() => concordance.belongTo(folder, kept.settings))
  const { view, rows, query, problem, error, isAsking, shown } = useStore(concordance.store)
  useEffect(
    () =>
      reportRoute((place) => (place.name === 'concordance' ? { name: 'concordance', isBack: true } : place)),
    []
  )
  // Before it is painted: the first letter that is typed then is not lost.
  useLayoutEffect(() => {
    const asked = wanted ?? (words && quotedQuery(words))
    if (visit && asked) concordance.open(asked, concordance.state.settings, stepsFor(asked), null)
    if (isBack && concordance.state.rows.count > 0) list.current?.focus({ preventScroll: true })
    else {
      field.current?.focus()
      field.current?.select()
    }
  }, [visit, words, wanted, isBack])
  useFreshLines()
  useExportSource()
  const pickTheme = useCallback(() => setPicking(true), [])
  useLineCommands(pickTheme)
  const place = useRef<HTMLDivElement>(null)
  const isNarrow = useNarrow(place)
  const [isOver, setOver] = useState(false)
  const panel = isNarrow ? isOver : kept.panel
  const togglePanel = () => {
    if (isNarrow) setOver(!isOver)
    else setPreferences({ concordance: { ...kept, panel: !panel } })
  }
  useCommands(useMemo(() => placeCommands(field), []))
  const toLines = () => list.current?.focus({ preventScroll: true })
  const isEmpty = query.trim() === ''
  return (
    <>
      <div ref={place} className={`page concordance${isNarrow ? ' narrow' : panel ? ' with-panel' : ''}`}>
        <div className="lines-head">
          <div className="query-row">
            <QueryField field={field} toLines={toLines} />
            <QueryHelp />
            <QueryFormPanel />
            <SamenessMenu />
            <button
              type="button"
              className={panel ? 'icon-button on' : 'icon-button'}
              aria-pressed={panel}
              aria-label={t('concordance.panel')}
              title={t('concordance.panel')}
              onClick={togglePanel}
            >
              <PanelRight size={16} aria-hidden />
            </button>
          </div>
          {view && <LineTools view={view} />}
          <Status />
          <FormulaOffer />
        </div>
        <div className="lines-middle">
          {rows.count > 0 && !isEmpty ? (
            <LineList list={list} />
          ) : error ? (
            <Empty title={errorText(error)} />
          ) : isEmpty ? (
            <Empty title={t('concordance.empty')} hint={t('concordance.emptyHint')} />
          ) : problem || isAsking || (view && !view.isComplete) ? null : shown && view ? (
            <NoLines view={view} query={shown.query} />
          ) : null}
          <CodeBar pick={pickTheme} leave={toLines} />
        </div>
        {panel && <LinesPanel />}
      </div>
      {picking && (
        <LinePicker
          list={list}
          close={() => {
            setPicking(false)
            toLines()
          }}
        />
      )}
    </>
  )
}

/** Why no line is shown: nothing was found, the search was stopped before anything was, or the steps leave nothing. */
function NoLines({ view: { hits, stopped }, query }: { view: ConcordanceView; query: string }) {
  const t = useT()
  if (stopped && hits === 0) return null
  if (hits > 0) return <Empty title={t('concordance.noneLeft')} hint={t('concordance.noneLeftHint')} />
  return (
    <Empty
      title={t('search.nothing', { query: cutAtWord(query, longestNamed) })}
      hint={t('concordance.nothingHint')}
    />
  )
}

/** How many lines there are of how many hits, and whether more are coming. */
function Status() {
  const t = useT()
  const { view, shown, query, isAsking, arranging } = useStore(concordance.store)
  if (!view || !shown || query.trim() === '') return <p className="lines-status" role="status" />
  const { lines, lineDocuments, hits, isComplete, searched, toSearch, stopped, unread } = view
  const texts = t('shell.textCount', { count: lineDocuments })
  return (
    <p className="lines-status" role="status">
      {t('concordance.linesIn', { count: lines, texts })}
      {lines < hits && ` ${t('concordance.ofHits', { count: hits })}`}
      {shown.query !== query.trim() && shown.query !== query && (
        // While the new lines are on their way that is worth saying only where they take long.
        <span className={isAsking ? 'after-a-while' : undefined}>
          {' · '}
          {t('concordance.stillOf', { query: cutAtWord(shown.query, longestNamed) })}
        </span>
      )}
      {arranging && (
        <>
          {` · ${t('concordance.arranging', arranging)} `}
          <button type="button" className="link-button" onClick={() => concordance.stopArranging()}>
            {t('common.cancel')}
          </button>
        </>
      )}
      {!isComplete && ` · ${t('concordance.searching', { done: searched, total: toSearch })}`}
      {stopped && <strong> · {t(`concordance.stopped.${stopped}`)}</strong>}
      {unread.length > 0 && <strong> · {t('concordance.unread', { count: unread.length })}</strong>}
    </p>
  )
}

function placeCommands(field: React.RefObject<HTMLInputElement | null>): readonly Command[] {
  return [
    {
      id: 'concordance.query',
      keys: ['Mod+F'],
      run: () => {
        field.current?.focus()
        field.current?.select()
      }
    }
  ]
}
