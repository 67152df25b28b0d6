import { ArrowDown, ArrowUp, ChevronRight, Plus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components'
import type { ThemeId } from '../../shared/model/ids'
import { newTheme } from '../../shared/model/new-records'
import { themeColours } from '../../shared/model/palette'
import type { Theme } from '../../shared/model/theme'
import { childrenOf } from '../../shared/operations/theme-order'
import { type Command, useCommands } from '../app/api/commands'
import { useT } from '../app/api/i18n'
import { change, currentProject, useProject } from '../app/api/project'
import { themeColour } from '../app/api/theme-names'
import { Empty } from '../ui/Empty'
import { ThemeDot } from '../ui/ThemeDot'
import { DeleteTheme } from './DeleteTheme'
import { ThemeEditor } from './ThemeEditor'

/** The codebook: a tree of themes, and the chosen one open for change. */
export function Themes() {
  const t = useT()
  const themes = useProject((project) => project.state.themes)
  const [chosen, setChosen] = useState<ThemeId | null>(null)
  const [deleting, setDeleting] = useState<ThemeId | null>(null)
  const theme = chosen === null ? undefined : themes[chosen]
  const roots = useMemo(() => childrenOf(themes, null), [themes])
  const add = async (parent: ThemeId | null) => {
    const id = await addTheme(parent, t('themes.new'))
    if (id !== null) setChosen(id)
  }
  useCommands(useMoveCommands(chosen))
  return (
    <div className="page place themes-place" data-scroller>
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
            <button
              type="button"
              className="icon-button"
              aria-label={t('themes.up')}
              onClick={() => void shift(theme, -1)}
            >
              <ArrowUp size={15} aria-hidden />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={t('themes.down')}
              onClick={() => void shift(theme, 1)}
            >
              <ArrowDown size={15} aria-hidden />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={`${t('common.delete')}: ${theme.name}`}
              onClick={() => setDeleting(theme.id)}
            >
              <Trash2 size={15} aria-hidden />
            </button>
          </>
        )}
      </div>
      {roots.length === 0 ? (
        <Empty title={t('themes.empty')} hint={t('themes.emptyHint')} />
      ) : (
        <div className="themes-columns">
          <Tree
            key={Object.keys(themes).length}
            className="codebook"
            aria-label={t('themes.tree')}
            items={roots}
            dependencies={[themes]}
            defaultExpandedKeys={Object.keys(themes)}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={chosen === null ? [] : [chosen]}
            onSelectionChange={(keys) =>
              setChosen(keys === 'all' ? null : (([...keys][0] as ThemeId | undefined) ?? null))
            }
          >
            {(item) => <ThemeItem theme={item} themes={themes} />}
          </Tree>
          {theme ? (
            <ThemeEditor key={theme.id} theme={theme} />
          ) : (
            <p className="panel-hint">{t('themes.choose')}</p>
          )}
        </div>
      )}
      {deleting !== null && themes[deleting] && (
        <DeleteTheme theme={themes[deleting]} onClose={() => setDeleting(null)} />
      )}
    </div>
  )
}

function ThemeItem({ theme, themes }: { theme: Theme; themes: Readonly<Record<ThemeId, Theme>> }) {
  const count = useProject((project) => project.counts.themes[theme.id] ?? 0)
  const below = childrenOf(themes, theme.id)
  return (
    <TreeItem id={theme.id} textValue={theme.name} className="codebook-item">
      <TreeItemContent>
        {({ hasChildItems, isExpanded }) => (
          <>
            {hasChildItems ? (
              <Button slot="chevron" className={isExpanded ? 'chevron open' : 'chevron'}>
                <ChevronRight size={13} aria-hidden />
              </Button>
            ) : (
              <span className="chevron" />
            )}
            <ThemeDot colour={themeColour(theme.id)} />
            <span className="grow">{theme.name}</span>
            <span className="number">{count || ''}</span>
          </>
        )}
      </TreeItemContent>
      <Collection items={below} dependencies={[themes]}>
        {(item) => <ThemeItem theme={item} themes={themes} />}
      </Collection>
    </TreeItem>
  )
}

async function addTheme(parent: ThemeId | null, name: string): Promise<ThemeId | null> {
  const { themes } = currentProject().state
  const index = childrenOf(themes, parent).length
  const inherited = parent === null ? undefined : themes[parent]?.colour
  const colour = inherited ?? themeColours[index % themeColours.length] ?? themeColours[0]
  const theme = newTheme(name, colour, parent)
  return (await change({ type: 'theme.add', theme, index })) ? theme.id : null
}

async function shift(theme: Theme, by: 1 | -1): Promise<void> {
  const last = childrenOf(currentProject().state.themes, theme.parent).length - 1
  const index = theme.order + by
  if (index < 0 || index > last) return
  await change({ type: 'theme.move', id: theme.id, parent: theme.parent, index })
}

/** Alt with the arrows moves the chosen theme among its siblings, under the one above it, or out to its parent's level. */
function useMoveCommands(chosen: ThemeId | null): readonly Command[] {
  return useMemo<Command[]>(() => {
    const moving = (
      key: string,
      run: (theme: Theme, themes: Readonly<Record<ThemeId, Theme>>) => unknown
    ): Command => ({
      id: 'caret.move',
      hidden: true,
      keys: [`Alt+${key}`],
      when: () => chosen !== null,
      run: () => {
        const { themes } = currentProject().state
        const theme = chosen === null ? undefined : themes[chosen]
        if (theme) run(theme, themes)
      }
    })
    return [
      moving('ArrowUp', (theme) => shift(theme, -1)),
      moving('ArrowDown', (theme) => shift(theme, 1)),
      moving('ArrowRight', (theme, themes) => {
        const above = childrenOf(themes, theme.parent)[theme.order - 1]
        if (above)
          void change({
            type: 'theme.move',
            id: theme.id,
            parent: above.id,
            index: childrenOf(themes, above.id).length
          })
      }),
      moving('ArrowLeft', (theme, themes) => {
        const parent = theme.parent === null ? undefined : themes[theme.parent]
        if (parent)
          void change({ type: 'theme.move', id: theme.id, parent: parent.parent, index: parent.order + 1 })
      })
    ]
  }, [chosen])
}
