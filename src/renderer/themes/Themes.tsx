import {
  ArrowDown,
  ArrowUp,
  ChevronsDownUp,
  ChevronsUpDown,
  Merge,
  Plus,
  Printer,
  Split,
  Trash2
} from 'lucide-react'
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Group } from '../../shared/model/group'
import type { GroupId, ThemeId } from '../../shared/model/ids'
import { type Command, useCommands } from '../state/commands'
import { goToExport } from '../state/export-source'
import { useT } from '../state/i18n'
import { currentProject, useProject, useSlices } from '../state/project'
import { useAnswer } from '../state/use-answer'
import { Empty } from '../ui/Empty'
import { useFieldFocus } from '../ui/use-field-focus'
import { CodebookPrint } from './CodebookPrint'
import { DeleteTheme } from './DeleteTheme'
import { MergeTheme } from './MergeTheme'
import { SplitTheme } from './SplitTheme'
import { ThemeEditor } from './ThemeEditor'
import { ThemeTree } from './ThemeTree'
import { parentsIn, pathTo, themesNamed } from './theme-filter'
import { addTheme, shift, useMoveCommands } from './theme-moves'

const noCounts: Readonly<Record<ThemeId, number>> = {}

type Asking = 'delete' | 'merge' | 'split'

/** The codebook: a tree of themes, and the chosen one open for change. */
export function Themes({ theme: wanted, visit }: { theme?: ThemeId; visit: object }) {
  const t = useT()
  const { themes, groups } = useSlices('themes', 'groups')
  const changes = useProject((project) => project.changes)
  // A tree of sixty themes takes longer to draw than all that stands around it, which is there at once.
  const isTreeDrawn = useDeferredValue(true, false)
  const [chosen, setChosen] = useState<ThemeId | null>(wanted ?? null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [group, setGroup] = useState<GroupId | ''>('')
  const under = useAnswer('project.countsUnder', null, { again: changes }).latest ?? noCounts
  const [words, setWords] = useState('')
  const [closed, setClosed] = useState<ReadonlySet<ThemeId>>(new Set())
  const place = useRef<HTMLDivElement>(null)
  const focusField = useFieldFocus(place)
  const open = useCallback((id: ThemeId) => {
    const above = new Set(pathTo(currentProject().state.themes, id))
    setClosed((before) => new Set([...before].filter((each) => !above.has(each))))
    setChosen(id)
  }, [])
  useEffect(() => {
    if (visit && wanted !== undefined) open(wanted)
  }, [visit, wanted, open])
  const theme = chosen === null ? undefined : themes[chosen]
  const only = useMemo(
    () => (group === '' || !groups[group] ? null : new Set(groups[group].themes)),
    [groups, group]
  )
  const add = async (parent: ThemeId | null) => {
    const id = await addTheme(parent, t('themes.new'))
    if (id === null) return
    setWords('')
    setGroup('')
    open(id)
    focusField('name')
  }
  const fitting = useMemo(() => themesNamed(themes, words), [themes, words])
  const parents = useMemo(() => parentsIn(themes), [themes])
  const isAllClosed = parents.size > 0 && [...parents].every((id) => closed.has(id))
  useMoveCommands(chosen)
  useCommands(
    useMemo<Command[]>(
      () => [
        { id: 'codebook.merge', when: () => chosen !== null, run: () => setAsking('merge') },
        { id: 'codebook.split', when: () => chosen !== null, run: () => setAsking('split') },
        { id: 'reader.print', keys: ['Mod+P'], run: () => window.print() }
      ],
      [chosen]
    )
  )
  const tool = (icon: ReactNode, label: string, run: () => void) => (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={run}>
      {icon}
    </button>
  )
  const empty = Object.keys(themes).length === 0
  const close = () => setAsking(null)
  return (
    <div ref={place} className="page place themes-place" data-scroller>
      <div className="place-tools">
        <button type="button" className="button" onClick={() => void add(null)}>
          <Plus size={14} aria-hidden />
          {t('themes.new')}
        </button>
        {theme && (
          <>
            <button type="button" className="button" onClick={() => void add(theme.id)}>
              <Plus size={14} aria-hidden />
              {t('themes.newUnder')}
            </button>
            {tool(<ArrowUp size={15} aria-hidden />, t('themes.up'), () => void shift(theme, -1))}
            {tool(<ArrowDown size={15} aria-hidden />, t('themes.down'), () => void shift(theme, 1))}
            <button type="button" className="button" onClick={() => setAsking('merge')}>
              <Merge size={14} aria-hidden />
              {t('themes.merge')}
            </button>
            <button type="button" className="button" onClick={() => setAsking('split')}>
              <Split size={14} aria-hidden />
              {t('themes.split')}
            </button>
            {tool(<Trash2 size={15} aria-hidden />, `${t('common.delete')}: ${theme.name}`, () =>
              setAsking('delete')
            )}
          </>
        )}
        <span className="grow" />
        {!empty && (
          <input
            type="search"
            aria-label={t('themes.filter')}
            placeholder={t('themes.filter')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
        {parents.size > 0 &&
          tool(
            isAllClosed ? <ChevronsUpDown size={15} aria-hidden /> : <ChevronsDownUp size={15} aria-hidden />,
            t(isAllClosed ? 'themes.openAll' : 'themes.closeAll'),
            () => setClosed(isAllClosed ? new Set() : parents)
          )}
        {Object.keys(groups).length > 0 && (
          <select
            aria-label={t('themes.groups')}
            value={group}
            onChange={(event) => setGroup(event.target.value as GroupId | '')}
          >
            <option value="">{t('themes.allGroups')}</option>
            {Object.values<Group>(groups).map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        )}
        {!empty && (
          <>
            {tool(<Printer size={15} aria-hidden />, t('themes.print'), () => window.print())}
            <button type="button" className="button" onClick={() => goToExport({ of: 'codebook' })}>
              {t('themes.export')}
            </button>
          </>
        )}
      </div>
      {empty ? (
        <Empty title={t('themes.empty')} hint={t('themes.emptyHint')} />
      ) : (
        <div className="themes-columns">
          {fitting?.size === 0 ? (
            <p className="panel-hint">{t('themes.noMatch')}</p>
          ) : (
            <div className="codebook-frame">
              {isTreeDrawn && (
                <ThemeTree
                  themes={themes}
                  under={under}
                  only={only}
                  fitting={fitting}
                  chosen={chosen}
                  choose={setChosen}
                  closed={closed}
                  setClosed={setClosed}
                />
              )}
            </div>
          )}
          {theme ? (
            <ThemeEditor key={theme.id} theme={theme} under={under[theme.id] ?? 0} />
          ) : (
            <p className="panel-hint">{t('themes.choose')}</p>
          )}
        </div>
      )}
      {!empty && isTreeDrawn && <CodebookPrint under={under} />}
      {theme && asking === 'delete' && <DeleteTheme theme={theme} onClose={close} />}
      {theme && asking === 'merge' && <MergeTheme theme={theme} onClose={close} onMerged={open} />}
      {theme && asking === 'split' && <SplitTheme theme={theme} onClose={close} onSplit={open} />}
    </div>
  )
}
