import type { Grouping, Selection, SortKey, TrailStep } from '../../shared/concordance/trail'
import { useT, useWords } from '../state/i18n'
import { useSlices } from '../state/project'
import { pathName } from '../state/theme-names'

export interface StepNames {
  sortKey(key: SortKey): string
  grouping(by: Grouping): string
  step(step: TrailStep): string
}

/** Steps, sort keys and groupings in words. */
export function useStepNames(): StepNames {
  const t = useT()
  const { rendering } = useWords()
  const { documents, themes } = useSlices('documents', 'themes')
  const listed = (values: readonly string[]) =>
    values.length > 3
      ? `${values.slice(0, 3).join(', ')} … (${values.length})`
      : values.map((each) => each || t('concordance.noValue')).join(', ')
  const sortKey = (key: SortKey): string => {
    switch (key.by) {
      case 'slot':
        return key.descending ? `${key.slot} ↓` : key.slot
      case 'random':
        return t('concordance.sort.randomBy', { seed: key.seed })
      case 'typicality':
        return t(key.descending ? 'concordance.sort.rare' : 'concordance.sort.typical')
      default:
        return key.descending ? `${t(`concordance.sort.${key.by}`)} ↓` : t(`concordance.sort.${key.by}`)
    }
  }
  const grouping = (by: Grouping): string => {
    switch (by.by) {
      case 'pattern':
        return t(by.side === 'left' ? 'concordance.group.left' : 'concordance.group.right', {
          count: by.size
        })
      case 'attribute':
        return by.name
      case 'answer': {
        const name = t('concordance.group.answer')
        return by.kind === undefined ? name : `${name}: ${rendering[by.kind]}`
      }
      default:
        return t(`concordance.group.${by.by}`)
    }
  }
  const selection = (by: Selection): string => {
    switch (by.by) {
      case 'lines':
        return t('concordance.picked.lines', { count: by.lines.length })
      case 'documents':
        return listed(by.documents.map((id) => documents[id]?.title ?? id))
      case 'attribute':
        return `${by.name}: ${listed(by.values)}`
      case 'fact': {
        const kinds: Readonly<Record<string, string>> = by.fact === 'kind' ? rendering : {}
        return `${t(`concordance.group.${by.fact}`)}: ${listed(by.values.map((value) => kinds[value] ?? value))}`
      }
      case 'slot':
        return `${by.slot}: ${listed(by.words)}`
      case 'collocate':
        return t('concordance.picked.collocate', { word: by.word, left: by.left, right: by.right })
      case 'theme':
        return by.theme === null
          ? t('concordance.picked.uncoded')
          : pathName(themes, by.theme) || t('concordance.picked.goneTheme')
      case 'group':
        return `${grouping(by.grouping)}: ${by.key || t('concordance.noValue')}`
      case 'sample':
        return t('concordance.picked.sample', { count: by.size, seed: by.seed })
      case 'perDocument':
        return t('concordance.picked.perDocument', { count: by.most })
      case 'copies':
        return t('concordance.picked.copies')
    }
  }
  const step = (each: TrailStep): string => {
    if (each.name) return each.name
    switch (each.do) {
      case 'order':
        return t('concordance.stepOrder', { keys: each.keys.map(sortKey).join(', ') })
      case 'group':
        return each.grouping === null
          ? t('concordance.stepUngroup')
          : t('concordance.stepGroup', { by: grouping(each.grouping) })
      case 'select': {
        const what = selection(each.selection)
        return 'keep' in each.selection && !each.selection.keep
          ? t('concordance.stepWithout', { what })
          : what
      }
    }
  }
  return { sortKey, grouping, step }
}
