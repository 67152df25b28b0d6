/** HTML that is safe to put into a page as it stands. Only `html` and `trusted` make it. */
export class Html {
  constructor(readonly markup: string) {}

  toString(): string {
    return this.markup
  }
}

export type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[]

/**
 * HTML from a template: what is put in is text (escaped, so that it also holds within a quoted attribute), other HTML, a
 * list of both, or nothing (`null`, `undefined`, `false`). Attributes in templates are always in double quotes.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  let markup = strings[0] ?? ''
  for (let at = 0; at < parts.length; at++) markup += markupOf(parts[at]) + (strings[at + 1] ?? '')
  return new Html(markup)
}

/** What is HTML already: style sheets and scripts of ours, never words of others. */
export function trusted(markup: string): Html {
  return new Html(markup)
}

function markupOf(part: HtmlPart): string {
  if (typeof part === 'string') return escapeText(part)
  if (part instanceof Html) return part.markup
  if (part === null || part === undefined || part === false) return ''
  return typeof part === 'number' ? String(part) : part.map(markupOf).join('')
}

const troublesome = /[&<>"'\r\0]|\p{Surrogate}/gu
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A reader of HTML makes a line feed of it.
  '\r': '&#13;'
}

/** A text as HTML, for between tags and for attributes. What HTML cannot hold (NUL, half a character) becomes U+FFFD. */
function escapeText(text: string): string {
  return text.replace(troublesome, (sign) => escapes[sign] ?? '\uFFFD')
}

/**
 * Data as JSON that can stand in a `script` element: no sign in it ends the element or begins a comment, and none is a line
 * end to a reader of scripts.
 */
export function jsonInScript(data: unknown): Html {
  return new Html(
    JSON.stringify(data).replace(
      /[<>&\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
    )
  )
}
