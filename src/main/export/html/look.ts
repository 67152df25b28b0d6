import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline'
import serifItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2?inline'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?inline'
import page from './page.css?raw'
import { tokenRules } from './tokens'

const faces = [
  ['Source Serif 4 Variable', 'normal', '200 900', serif],
  ['Source Serif 4 Variable', 'italic', '200 900', serifItalic],
  ['Inter Variable', 'normal', '100 900', inter]
] as const

/** The Latin letters of the app's own faces, within the page itself. */
function faceRules(): string {
  const rules = faces.map(
    ([family, style, weight, data]) =>
      `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:swap;src:url(${data}) format("woff2")}`
  )
  return `/* Source Serif 4 (Adobe) and Inter (The Inter Project Authors): SIL Open Font License 1.1 */\n${rules.join('\n')}`
}

/** The same as `pageLook` in faces of the reader's computer: some kilobytes. */
export function plainLook(): string {
  return [tokenRules(), page].join('\n')
}

let known: string | null = null

/** What every page has: faces, colours, type, the head with its facts, and how it prints. */
export function pageLook(): string {
  known ??= [faceRules(), tokenRules(), page].join('\n')
  return known
}
