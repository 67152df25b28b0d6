/** The look of a plain page. */
export const pageStyle = `
body { font: 17px/1.6 Georgia, "Noto Serif CJK SC", "Songti SC", serif; max-width: 42rem; margin: 3rem auto; padding: 0 1.5rem; color: #25221d; background: #fbf9f4 }
h1 { font-size: 1.5rem } article { margin: 2.5rem 0 } blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid #a2392b }
.citation { color: #6b655a; font-size: .9rem; margin: .5rem 0 } dl { display: grid; grid-template-columns: 9rem 1fr; gap: .2rem 1rem; font-size: .9rem; margin: 0 }
dt { color: #6b655a } dd { margin: 0 } mark { color: inherit; background: #f3e3de }
`

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
