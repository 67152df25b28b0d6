import { ChevronRight, GripVertical } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { Button, Collection, Tree, TreeItem, TreeItemContent, useDragAndDrop } from 'react-aria-components'
import type { ThemeId } from '../../shared/model/ids'
import type { Theme } from '../../shared/model/theme'
import { childrenOf } from '../../shared/operations/theme-order'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { themeColour } from '../state/theme-names'
import { ThemeDot } from '../ui/ThemeDot'
import { dropTheme } from './theme-moves'

type Themes = Readonly<Record<ThemeId, Theme>>
interface Shown {
  readonly themes: Themes
  /** How many annotations carry a theme or one below it. */
  readonly under: Readonly<Record<ThemeId, number>>
  /** Only these, side by side, where a group is chosen. */
  readonly only: ReadonlySet<ThemeId> | null
  /** Only these, in their places in the tree, where the codebook is filtered. */
  readonly fitting: ReadonlySet<ThemeId> | null
}

interface Props extends Shown {
  readonly chosen: ThemeId | null
  readonly choose: (id: ThemeId | null) => void
  /** Themes whose themes below are not shown. */
  readonly closed: ReadonlySet<ThemeId>
  readonly setClosed: (closed: ReadonlySet<ThemeId>) => void
}

/** The codebook as a tree. Themes are moved by dragging them beside or onto others, or with Alt and the arrows. */
export function ThemeTree({ themes, under, only, fitting, chosen, choose, closed, setClosed }: Props) {
  const t = useT()
  const shown = useMemo(() => ({ themes, under, only, fitting }), [themes, under, only, fitting])
  const roots = useMemo(
    () =>
      (only
        ? Object.values<Theme>(themes).filter((theme) => only.has(theme.id))
        : childrenOf(themes, null)
      ).filter((theme) => fitting?.has(theme.id) ?? true),
    [themes, only, fitting]
  )
  const ids = useMemo(() => Object.values<Theme>(themes).map(({ id }) => id), [themes])
  const tree = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen !== null)
      tree.current?.querySelector(`[data-key="${chosen}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key), theme: String(key) })),
    getAllowedDropOperations: () => ['move'],
    acceptedDragTypes: ['theme'],
    onMove: ({ keys, target }) => {
      const [id] = keys
      if (id !== undefined) void dropTheme(id as ThemeId, target.key as ThemeId, target.dropPosition)
    }
  })
  return (
    <Tree
      // Another tree where items come or go: React Aria's loses its place among items that are gone.
      key={`${ids.length} ${fitting ? [...fitting].join() : ''}`}
      ref={tree}
      className="codebook"
      aria-label={t('themes.tree')}
      items={roots}
      dependencies={[shown]}
      expandedKeys={fitting ? ids : ids.filter((id) => !closed.has(id))}
      onExpandedChange={(keys) => {
        // What is closed while the codebook is filtered would be so without anybody having seen it.
        if (!fitting) setClosed(new Set(ids.filter((id) => !keys.has(id))))
      }}
      selectionMode="single"
      selectionBehavior="replace"
      // A second click on a theme leaves its form where it is.
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) =>
        choose(keys === 'all' ? null : (([...keys][0] as ThemeId | undefined) ?? null))
      }
      {...(only || fitting ? {} : { dragAndDropHooks })}
    >
      {(item) => <ThemeItem theme={item} shown={shown} />}
    </Tree>
  )
}

function ThemeItem({ theme, shown }: { theme: Theme; shown: Shown }) {
  const t = useT()
  const own = useProject((project) => project.counts.themes[theme.id] ?? 0)
  const { themes, only, fitting } = shown
  const below = only ? [] : childrenOf(themes, theme.id).filter((each) => fitting?.has(each.id) ?? true)
  const all = shown.under[theme.id] ?? own
  return (
    <TreeItem id={theme.id} textValue={theme.name} className="codebook-item">
      <TreeItemContent>
        {({ hasChildItems, isExpanded, allowsDragging }) => (
          <>
            {allowsDragging && (
              <Button slot="drag" className="drag-grip">
                <GripVertical size={12} aria-hidden />
              </Button>
            )}
            {hasChildItems ? (
              <Button slot="chevron" className={isExpanded ? 'chevron open' : 'chevron'}>
                <ChevronRight size={13} aria-hidden />
              </Button>
            ) : (
              <span className="chevron" />
            )}
            <ThemeDot colour={themeColour(theme.id)} />
            <span className="grow">{theme.name}</span>
            <span className="number" title={t('themes.countHint')}>
              {all === own ? own || '' : `${own} · ${all}`}
            </span>
          </>
        )}
      </TreeItemContent>
      <Collection items={below} dependencies={[shown]}>
        {(item) => <ThemeItem theme={item} shown={shown} />}
      </Collection>
    </TreeItem>
  )
}
