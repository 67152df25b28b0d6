import i18next, { type TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'
import { catalogues, type Language } from '../../shared/locales/catalogues'
import type { Catalogue, en } from '../../shared/locales/en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
    returnNull: false
  }
}

/** The catalogue, typed: a key that is not in it does not compile. */
export const i18n = i18next.createInstance()

void i18n.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: catalogues.en }, 'zh-CN': { translation: catalogues['zh-CN'] } },
  interpolation: { escapeValue: false },
  initAsync: false
})

export function setLanguage(language: Language): void {
  document.documentElement.lang = language
  if (i18n.language !== language) void i18n.changeLanguage(language)
}

/** For each language its translating function: always the same one, so that what depends on it is not drawn in vain. */
const translating = new Map<string, TFunction>()

function currentT(): TFunction {
  const known = translating.get(i18n.language) ?? i18n.getFixedT(i18n.language)
  translating.set(i18n.language, known)
  return known
}

function onLanguage(changed: () => void): () => void {
  i18n.on('languageChanged', changed)
  return () => i18n.off('languageChanged', changed)
}

/**
 * The translating function; the component is drawn again when the language changes. (The hook of react-i18next copies the
 * whole instance for each component that is drawn, which takes longer than translating.)
 */
export function useT(): TFunction {
  return useSyncExternalStore(onLanguage, currentT)
}

/** The whole catalogue, for names that are looked up by what they name (commands, operations). */
export function useWords(): Catalogue {
  return useSyncExternalStore(onLanguage, currentWords)
}

export function currentWords(): Catalogue {
  return catalogues[i18n.language === 'zh-CN' ? 'zh-CN' : 'en']
}
