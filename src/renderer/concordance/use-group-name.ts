import { useStore } from 'zustand'
import type { ConcordanceGroup } from '../../shared/concordance/lines'
import { useT, useWords } from '../state/i18n'
import { concordance } from './concordance-desk'
import { groupingOf } from './trail-walk'

/** What groups are called: by their labels, kinds of version in the window's language, and what has nothing in common in words. */
export function useGroupName(): (group: Pick<ConcordanceGroup, 'key' | 'label'>) => string {
  const t = useT()
  const { rendering } = useWords()
  const by = useStore(concordance.store, ({ walk }) => groupingOf(walk)?.by)
  return ({ key, label }) => {
    if (key === '') return t(by === 'answer' ? 'concordance.nothingAnswers' : 'concordance.noValue')
    const kinds: Readonly<Record<string, string>> = rendering
    return by === 'kind' ? (kinds[key] ?? label) : label
  }
}
