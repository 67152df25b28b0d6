import { Trash2 } from 'lucide-react'
import type { NamedAnnotation } from '../../shared/ipc/answers'
import { hasTheme } from '../../shared/model/codings'
import type { ThemeId } from '../../shared/model/ids'
import type { QualityMark } from '../../shared/model/quality'
import { qualityMarks } from '../../shared/model/quality-marks'
import type { Recoding } from '../../shared/operations/recode'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { until, useProject } from '../state/project'
import { orderedThemes, pathName } from '../state/theme-names'
import { showError } from '../state/toasts'
import { showUndoableToast } from '../state/undoing'

interface Props {
  readonly chosen: readonly NamedAnnotation[]
  readonly clear: () => void
}

const nothing: { [K in keyof Recoding]: never[] } = { add: [], remove: [], mark: [], unmark: [] }

/** What is done to all selected annotations at once, as one change. */
export function RecodeBar({ chosen, clear }: Props) {
  const t = useT()
  const themes = useProject((project) => project.state.themes)
  const ordered = orderedThemes(themes)
  const carried = ordered.filter(({ id }) => chosen.some((each) => hasTheme(each, id)))
  const marked = qualityMarks.filter((mark) => chosen.some((each) => each.quality.includes(mark)))
  const names = chosen.map(({ document, id }) => ({ document, id }))
  const recode = async (patch: {
    add?: ThemeId[]
    remove?: ThemeId[]
    mark?: QualityMark[]
    unmark?: QualityMark[]
  }) => {
    const done = await call('annotations.recode', { annotations: names, ...nothing, ...patch })
    if (!done.ok) return showError(done.error)
    await until(({ seq }) => seq >= done.value.seq)
    showUndoableToast(t('annotation.recoded', { count: done.value.count }))
  }
  const remove = async () => {
    const done = await call('annotations.remove', names)
    if (!done.ok) return showError(done.error)
    clear()
  }
  const menu = <T extends string>(
    label: string,
    options: readonly (readonly [T, string])[],
    run: (value: T) => void
  ) => (
    <select
      aria-label={label}
      value=""
      disabled={options.length === 0}
      onChange={({ target: { value } }) => {
        const found = options.find(([each]) => each === value)
        if (found) run(found[0])
      }}
    >
      <option value="">{label}</option>
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  )
  const named = (list: typeof ordered) => list.map(({ id }) => [id, pathName(themes, id)] as const)
  const said = (list: readonly QualityMark[]) => list.map((mark) => [mark, t(`quality.${mark}`)] as const)
  return (
    <div
      className="recode-bar"
      role="toolbar"
      aria-label={t('annotation.selected', { count: chosen.length })}
    >
      <strong role="status">{t('annotation.selected', { count: chosen.length })}</strong>
      {menu(t('annotation.addToSelected'), named(ordered), (id) => void recode({ add: [id] }))}
      {menu(t('annotation.removeFromSelected'), named(carried), (id) => void recode({ remove: [id] }))}
      {menu(t('annotation.markSelected'), said(qualityMarks), (mark) => void recode({ mark: [mark] }))}
      {menu(t('annotation.unmarkSelected'), said(marked), (mark) => void recode({ unmark: [mark] }))}
      <button
        type="button"
        className="icon-button"
        aria-label={`${t('common.delete')}: ${t('annotation.selected', { count: chosen.length })}`}
        onClick={() => void remove()}
      >
        <Trash2 size={15} aria-hidden />
      </button>
      <button type="button" className="link" onClick={clear}>
        {t('common.none')}
      </button>
    </div>
  )
}
