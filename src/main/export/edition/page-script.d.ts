/** The source of a script for a page (scripts/lib/page-script.mjs). */
declare module '*?page-script' {
  const source: string
  export default source
}
