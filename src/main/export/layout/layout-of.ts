import type { Language } from '../../../shared/locales/catalogues'
import type { TitlePage } from '../format'
import type { Layout } from './blocks'
import { spokenDay } from './layout-words'

interface Made {
  readonly page: TitlePage
  readonly language: Language
}

interface Shape {
  readonly landscape?: boolean
  /** The title stands beside the project at the head of each page: where one project has many such documents. */
  readonly isNamed?: boolean
}

/** A document as all of them begin: its title, the project and the day at the head of each page, and then its blocks. */
export function layoutOf(
  { page, language }: Made,
  blocks: Layout['blocks'],
  { landscape = false, isNamed = false }: Shape = {}
): Layout {
  return {
    title: page.title,
    language,
    header: {
      left: isNamed ? `${page.project} · ${page.title}` : page.project,
      right: spokenDay(page.made, language)
    },
    made: page.made,
    landscape,
    blocks
  }
}
