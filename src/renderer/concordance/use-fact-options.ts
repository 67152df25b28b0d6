import { useT, useWords } from '../state/i18n'
import type { ChoiceOption } from './Choice'
import { useAttributeNames, useFactValues } from './use-attribute-names'

/** The facts that every text has a field for. */
export type OwnFact = 'language' | 'year' | 'publisher' | 'kind'

/** A fact of texts: one of their own, or `attribute:Name`, one of the project's. */
const attributePrefix = 'attribute:'

/** The name of an attribute that a fact is; null where it is one of the texts' own. */
export function attributeOf(fact: string): string | null {
  return fact.startsWith(attributePrefix) ? fact.slice(attributePrefix.length) : null
}

/** Facts to choose from, in this order, and the attributes of the project behind them. */
export function useFactOptions(facts: readonly OwnFact[]): ChoiceOption<string>[] {
  const t = useT()
  const attributes = useAttributeNames()
  return [
    ...facts.map((each): ChoiceOption<string> => [each, t(`concordance.group.${each}`)]),
    ...attributes.map((name): ChoiceOption<string> => [`${attributePrefix}${name}`, name])
  ]
}

/** The values of a fact in this project, as they are called. */
export function useValueOptions(fact: string): ChoiceOption<string>[] {
  const t = useT()
  const { rendering } = useWords()
  const kinds: Readonly<Record<string, string>> = fact === 'kind' ? rendering : {}
  return useFactValues(fact).map((each) => [each, kinds[each] ?? (each || t('concordance.noValue'))])
}

/** The languages of the project's texts; the empty one is all of them. */
export function useLanguageOptions(): ChoiceOption<string>[] {
  const t = useT()
  const languages = useFactValues('language').map((each): ChoiceOption<string> => [each, each])
  return [['', t('concordance.words.all')], ...languages]
}
