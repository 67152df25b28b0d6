import type { TitlePage } from '../format'
import { pageLook } from './look'
import { type Html, type HtmlPart, html, trusted } from './markup'
import type { PageWords } from './page-words'

export interface PageHead {
  readonly language: string
  readonly page: TitlePage
  /** Style sheets of its own, after those that all pages share. */
  readonly styles: readonly string[]
  /** Source of the page's one script; what else may run on it is nothing. */
  readonly script?: { readonly source: string; readonly hash: string }
  readonly bodyClass?: string
}

/** The names under which a page says what stands at the head of each sheet when it is printed. */
export const runningHead = { project: 'variorum-project', date: 'variorum-date' } as const

/**
 * The start of a page that needs nothing but itself: it loads nothing, sends nothing and runs nothing but its own script.
 * `closePage` ends it.
 */
export function openPage({ language, page, styles, script, bodyClass }: PageHead): Html {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    ...(script ? [`script-src '${script.hash}'`] : [])
  ].join('; ')
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Variorum">
<meta name="referrer" content="no-referrer">
<meta name="${runningHead.project}" content="${page.project}">
<meta name="${runningHead.date}" content="${longDate(page.made, language)}">
<title>${page.title}</title>
<style>${trusted([pageLook(), ...styles].join('\n'))}</style>
${script && html`<script>${trusted(script.source)}</script>`}
</head>
<body${bodyClass !== undefined && html` class="${bodyClass}"`}>
`
}

export const closePage = html`</body>
</html>
`

/** The head of a page: project, title, and facts as terms with what is said of them; facts that say nothing are left out. */
export function titleHeader(page: TitlePage, facts: readonly (readonly [string, HtmlPart])[]): Html {
  const rows = facts.filter(
    ([, said]) => said !== '' && said !== null && said !== undefined && said !== false
  )
  return html`<header class="title-page">
<p class="project">${page.project}</p>
<h1 dir="auto">${page.title}</h1>
<dl class="facts">
${rows.map(([term, said]) => html`<dt>${term}</dt><dd>${said}</dd>\n`)}</dl>
</header>
`
}

/** When it was made, from which state, and by which version of the app: what every export states. */
export function stateFacts(
  page: TitlePage,
  language: string,
  words: PageWords
): readonly (readonly [string, HtmlPart])[] {
  return [
    [words('made'), html`<time datetime="${page.made}">${longDate(page.made, language)}</time>`],
    [words('state'), `${words('change', page.change)} · ${words('version', page.version)}`]
  ]
}

/** A moment (ISO) as its day in UTC, spelled out. */
export function longDate(moment: string, language: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return moment
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}

/** One entry of a table of contents. */
export interface ContentsEntry {
  readonly level: number
  readonly text: string
  readonly id: string
  readonly language?: string
}

export function contentsList(entries: readonly ContentsEntry[], title: string): Html | null {
  if (entries.length === 0) return null
  const shallowest = Math.min(...entries.map(({ level }) => level))
  return html`<nav class="contents" aria-labelledby="contents-title">
<h2 id="contents-title">${title}</h2>
<ol>
${entries.map(
  ({ level, text, id, language }) =>
    html`<li style="--depth:${level - shallowest}"><a href="#${id}"${language !== undefined && html` lang="${language}"`}>${text}</a></li>\n`
)}</ol>
</nav>
`
}
