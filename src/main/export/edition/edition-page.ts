import { createHash } from 'node:crypto'
import type { ExportOptions } from '../../../shared/export/export-options'
import { themesOf } from '../../../shared/model/codings'
import type { AnnotationId, ThemeId } from '../../../shared/model/ids'
import { canonicalText } from '../../../shared/text/canonical'
import type { WorkModel } from '../format'
import { documentFacts } from '../html/document-page'
import { type TextMark, textMarks } from '../html/marked-text'
import { type Html, html, jsonInScript } from '../html/markup'
import { noteHtml } from '../html/note-html'
import { closePage, openPage, stateFacts } from '../html/page'
import { type PageWords, pageWordsIn } from '../html/page-words'
import { colourOf, languageName, themeName, versionName } from '../html/reference-html'
import type { EditionData, PairDifferences } from './edition-data'
import { editionWords } from './edition-words'
import script from './page/index.ts?page-script'
import { pairDifferences } from './pair-differences'
import differencesCss from './styles/differences.css?raw'
import rowsCss from './styles/rows.css?raw'
import sideBySideCss from './styles/side-by-side.css?raw'
import textsCss from './styles/texts.css?raw'
import { sentencesOf, versionHtml } from './version-html'

/** A link less sure than this is marked. */
const doubtfulBelow = 0.6

const pageScript = {
  source: script,
  hash: `sha256-${createHash('sha256').update(script).digest('base64')}`
}

/**
 * A work with its versions side by side as one page for readers who do not have the app. The texts stand in it whole, one after
 * another, so that they can be read, printed and converted without its script; that sets them side by side.
 *
 * Yields text, and `null` where something else may have its turn.
 */
export function* editionPage(model: WorkModel, options: ExportOptions): Generator<string | null> {
  const { page, language, work } = model
  const edition = new Edition(model, options)
  yield openPage({
    language,
    page,
    styles: [textsCss, differencesCss, sideBySideCss, rowsCss, hiddenVersions(work.versions.length)],
    script: pageScript,
    bodyClass: 'edition'
  }).markup
  yield edition.head().markup
  yield '<div class="desk">\n'
  yield edition.themeList().markup
  yield edition.textsStart().markup
  for (const at of work.versions.keys()) yield edition.version(at).markup
  yield '</div>\n</main>\n'
  yield edition.notes().markup
  yield '</div>\n'
  yield edition.foot().markup
  const differences: Record<string, PairDifferences> = {}
  for (const second of work.versions.keys())
    for (let first = 0; first < second; first++) {
      const making = pairDifferences(work, first, second)
      let step = making.next()
      while (!step.done) {
        yield null
        step = making.next()
      }
      differences[`${first}-${second}`] = step.value
    }
  yield html`<script type="application/json" id="edition">${jsonInScript(edition.data(differences))}</script>\n`
    .markup
  yield closePage.markup
}

/** Each version has a class; the page says by a list of numbers which are not shown. */
function hiddenVersions(count: number): string {
  return Array.from({ length: count }, (_, at) => `[data-hidden~="${at}"] .v${at}{display:none}`).join('\n')
}

class Edition {
  private readonly say: PageWords
  private readonly themes: readonly ThemeId[]
  private readonly marks: readonly (readonly TextMark[])[]
  private readonly names: readonly string[]
  private readonly targets = new Map<AnnotationId, string>()

  constructor(
    private readonly model: WorkModel,
    private readonly options: ExportOptions
  ) {
    const { work, words, annotations } = model
    this.say = pageWordsIn(model.language)
    this.names = distinct(work.versions.map((each) => versionName(each, words)))
    const own = work.versions.map(({ id }) => annotations.get(id) ?? [])
    const used = new Set(own.flat().flatMap(themesOf))
    this.themes = [...used].sort((a, b) =>
      themeName(model.themes, a).localeCompare(themeName(model.themes, b), model.language, { numeric: true })
    )
    const themeNumbers = new Map(this.themes.map((id, at) => [id, at]))
    let firstNote = 1
    this.marks = own.map((each) => {
      const made = textMarks(each, model.themes, (annotation) => this.hasNote(annotation), {
        firstNote,
        themeNumbers
      })
      firstNote += made.filter(({ note }) => note !== null).length
      return made
    })
    for (const { annotation, note } of this.marks.flat())
      if (note !== null) this.targets.set(annotation.id, `#note-${note}`)
  }

  private hasNote({ memo, quality }: TextMark['annotation']): boolean {
    if (this.options.memos === 'none') return false
    return memo.trim() !== '' || (this.options.quality && quality.length > 0)
  }

  private get words() {
    return editionWords[this.model.language]
  }

  head(): Html {
    const { words } = this
    const { page, work } = this.model
    const choices = work.versions.map(
      (each, at) =>
        html`<label><input type="checkbox" data-version="${at}" checked> <span>${this.names[at]}</span> <small>${each.language}</small></label>\n`
    )
    const bases = work.versions.map((_, at) => html`<option value="${at}">${this.names[at]}</option>`)
    const button = (name: string, label: string, more: Html | null = null) =>
      html`<button type="button" data-do="${name}"${more}>${label}</button>\n`
    const pressed = (is: boolean) => (is ? html` aria-pressed="true"` : html` aria-pressed="false"`)
    const opens = (id: string) => html` aria-expanded="false" aria-controls="${id}"`
    return html`<a class="skip" href="#texts">${words.skip}</a>
<header class="bar">
<div class="heading"><p class="project">${page.project} · ${words.edition}</p><h1 dir="auto">${work.title}</h1></div>
<div class="controls">
<fieldset class="choose-versions"><legend>${words.versions}</legend>${choices}</fieldset>
<div class="views" role="group" aria-label="${words.view}">${button('rows', words.rows, pressed(true))}${button('running', words.running, pressed(false))}</div>
<label class="base">${words.differencesFrom} <select data-do="base"><option value="">${words.none}</option>${bases}</select></label>
<div class="finding" role="search"><input type="search" data-do="search" aria-label="${words.search}" placeholder="${words.search}">${button('previous', '↑', html` aria-label="${words.previous}" disabled`)}${button('next', '↓', html` aria-label="${words.next}" disabled`)}<output class="hits" aria-live="polite"></output></div>
<div class="more">${this.themes.length > 0 && button('themes', words.themes, opens('themes'))}${
      this.targets.size > 0 && button('notes', words.notes, opens('notes'))
    }${button('appearance', `${words.appearance}: ${words.auto}`)}${button('print', words.print)}</div>
</div>
</header>
`
  }

  themeList(): Html {
    const { themes } = this.model
    if (this.themes.length === 0) return html``
    const counts = this.themes.map(
      (theme) => this.marks.flat().filter(({ annotation }) => themesOf(annotation).includes(theme)).length
    )
    return html`<section class="side themes" id="themes" aria-labelledby="themes-title"><h2 id="themes-title">${this.words.themes}</h2>
<ul>
<li class="only-script"><button type="button" data-theme="" aria-pressed="true"><span class="name">${this.words.allThemes}</span></button></li>
${this.themes.map(
  (id, at) =>
    html`<li style="${colourOf(themes, id)}"><button type="button" data-theme="${at}" aria-pressed="false"><span class="dot"></span><span class="name">${themeName(themes, id)}</span> <small>${counts[at]}</small></button></li>\n`
)}</ul></section>
`
  }

  textsStart(): Html {
    return html`<main id="texts" tabindex="-1" aria-label="${this.words.whole}">
<div class="rows" role="table" aria-label="${this.words.rows}" hidden></div>
<div class="columns">
`
  }

  version(at: number): Html {
    const { model } = this
    const document = model.work.versions[at]
    if (!document) return html``
    const facts = documentFacts({ ...model, document }, this.say).filter(([, said]) => said !== '')
    return html`<section class="version v${at}" data-version="${at}" lang="${document.language}" aria-labelledby="version-${at}">
<header class="version-head" lang="${model.language}"><h2 id="version-${at}">${this.names[at]} <small>${languageName(document.language, model.language)}</small></h2>
<p class="version-title" lang="${document.language}" dir="auto">${document.title}</p>
<details><summary>${this.words.aboutText}</summary><dl class="facts">${facts.map(([term, said]) => html`<dt>${term}</dt><dd>${said}</dd>`)}</dl></details></header>
<div class="text">${versionHtml(model.work, at, this.marks[at] ?? [], (note) => this.reference(note))}</div>
</section>
`
  }

  private reference(note: number | null): Html {
    return html`<a class="ref" id="ref-${note}" href="#note-${note}" data-n="${note}" role="doc-noteref" aria-label="${this.say('noteNumber', note ?? '')}"></a>`
  }

  notes(): Html {
    const { model, options } = this
    if (this.targets.size === 0) return html``
    const made = model.work.versions.map((document, at) => {
      const text = canonicalText(model.work.blocks[at] ?? [])
      const sentences = sentencesOf(model.work, at)
      const noted = (this.marks[at] ?? []).filter(({ note }) => note !== null)
      return noted
        .toSorted((a, b) => (a.note ?? 0) - (b.note ?? 0))
        .map((mark) => {
          const row = sentences.find(({ end }) => end > mark.start)?.row
          const said = { ...model, text, language: document.language, quality: options.quality }
          return html`<li id="note-${mark.note}" data-t="${mark.numbers}"${row !== undefined && html` data-r="${row}"`} class="v${at}"><p class="note-version">${this.names[at]}</p>${noteHtml(mark, said, this.say, (id) => this.targets.get(id))}</li>\n`
        })
    })
    return html`<section class="side notes" id="notes" aria-labelledby="notes-title"><h2 id="notes-title">${this.words.notes}</h2>
<ol>
${made}</ol></section>
`
  }

  foot(): Html {
    const { page, language } = this.model
    const facts = [[this.say('chosenBy'), page.chosenBy] as const, ...stateFacts(page, language, this.say)]
    return html`<footer class="foot"><p class="status" role="status"></p>
<details class="about"><summary>${this.words.about}</summary><dl class="facts">${facts.map(([term, said]) => html`<dt>${term}</dt><dd>${said}</dd>`)}</dl><p>${this.words.keys}</p></details>
</footer>
`
  }

  data(differences: Readonly<Record<string, PairDifferences>>): EditionData {
    const { work, themes } = this.model
    const count = work.versions.length
    const cells = (holds: (row: (typeof work.rows)[number], at: number) => boolean) =>
      work.rows.flatMap((row, at) =>
        work.versions.flatMap((_, version) => (holds(row, version) ? [at * count + version] : []))
      )
    return {
      rows: work.rows.length,
      versions: work.versions.map(({ title, language }, at) => ({
        name: this.names[at] ?? '',
        title,
        language
      })),
      doubtful: cells(
        ({ confidence, byHand, texts }, at) =>
          texts[at] !== '' && !byHand[at] && (confidence[at] ?? 1) < doubtfulBelow
      ),
      moved: cells(({ moved }, at) => moved[at] === true),
      themes: this.themes.map((id) => themeName(themes, id)),
      differences,
      words: editionWords[this.model.language]
    }
  }
}

/** Names of which no two are the same: later ones get a number. */
function distinct(names: readonly string[]): string[] {
  return names.map((name, at) => {
    const before = names.slice(0, at).filter((each) => each === name).length
    return names.filter((each) => each === name).length > 1 ? `${name} (${before + 1})` : name
  })
}
