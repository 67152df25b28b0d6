declare module 'citeproc' {
  import type { StyleNode } from './style-tree'

  /** What a cite says beside its item. `position` is 0 first, 1 subsequent, 2 ibid, 3 ibid with a locator. */
  export interface Cite {
    readonly id: string
    readonly label?: string
    readonly locator?: string
    readonly suffix?: string
    readonly position?: number
    readonly 'near-note'?: boolean
    readonly 'first-reference-note-number'?: number
  }

  export interface CitationCluster {
    readonly citationID: string
    readonly citationItems: Cite[]
    readonly properties: { noteIndex: number }
  }

  export interface Sys {
    retrieveItem(id: string): object
    retrieveLocale(language: string): StyleNode
  }

  export interface Engine {
    readonly opt: {
      readonly xclass: 'note' | 'in-text'
      /** Which states make a citation another: its position, its number, or none. */
      readonly update_mode: number
      readonly development_extensions: { wrap_url_and_doi: boolean }
    }
    readonly citation: { readonly opt: { readonly 'near-note-distance'?: number } }
    readonly bibliography: { readonly opt: Record<string, unknown> } | undefined
    updateItems(ids: readonly string[]): void
    makeCitationCluster(cites: readonly Cite[]): string
    /** False where the style has no bibliography. */
    makeBibliography(filter?: {
      readonly include: readonly { readonly field: string; readonly value: string }[]
    }): readonly [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]] | false
    processCitationCluster(
      citation: CitationCluster,
      before: readonly (readonly [string, number])[],
      after: readonly (readonly [string, number])[]
    ): readonly [object, readonly (readonly [number, string, string])[]]
  }

  const CSL: {
    readonly Engine: new (sys: Sys, style: StyleNode, language: string, forceLanguage: boolean) => Engine
    readonly POSITION: number
    readonly NUMERIC: number
    debug(text: string): void
  }
  export default CSL
}
