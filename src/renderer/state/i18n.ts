import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
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

void i18n.use(initReactI18next).init({
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

/** The translating function; the component is drawn again when the language changes. */
export function useT() {
  return useTranslation().t
}

/** The whole catalogue, for names that are looked up by what they name (commands, operations). */
export function useWords(): Catalogue {
  return catalogues[useTranslation().i18n.language === 'zh-CN' ? 'zh-CN' : 'en']
}

export function currentWords(): Catalogue {
  return catalogues[i18n.language === 'zh-CN' ? 'zh-CN' : 'en']
}
