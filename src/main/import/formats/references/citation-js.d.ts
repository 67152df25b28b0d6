declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Reads a source of a known type into CSL-JSON; throws where it cannot be read. */
      chain(source: string, options: { forceType: string; generateGraph: boolean }): unknown
    }
  }
}
declare module '@citation-js/plugin-bibtex'
