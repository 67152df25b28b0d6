import { stringify } from 'yaml'
import { themePath } from '../../../shared/excerpts/theme-path'
import type { ExcerptRecord } from '../../../shared/export/excerpt-record'
import type { ExportOptions } from '../../../shared/export/export-options'
import { dateLine } from '../../../shared/model/csl-dates'
import type { VariorumDocument } from '../../../shared/model/document'
import type { DocumentId, ThemeId } from '../../../shared/model/ids'
import { spokenNames } from '../../../shared/model/names'
import type { Theme } from '../../../shared/model/theme'
import { childrenOf } from '../../../shared/operations/theme-order'
import type { ExcerptsModel } from '../format'
import { listItem, markdownHeading, markdownLine, markdownParagraphs } from '../markdown/blocks'
import { excerptMarkdown } from '../markdown/excerpt-markdown'
import { memoMarkdown } from '../markdown/memo-markdown'
import { groupsOf, themesInOrder } from '../tables/codebook-columns'
import { codebookFacts } from '../tables/codebook-entries'
import { stateLines, textWord, themeName } from '../text-words'
import { NoteNames } from './note-names'
import { blockIdOf, wikiLink } from './wiki-links'

/** Notes that lead to each other: one a document with its excerpts, one a theme with what it is on, one for the whole. */
export class NoteWriter {
  readonly #names = new NoteNames()
  readonly #index: string
  readonly #documents: ReadonlyMap<DocumentId, string>
  readonly #themes: ReadonlyMap<ThemeId, string>
  readonly #byDocument: ReadonlyMap<DocumentId, readonly ExcerptRecord[]>
  readonly #written: ReadonlySet<string>

  constructor(
    private readonly model: ExcerptsModel,
    private readonly options: ExportOptions,
    excerpts: readonly ExcerptRecord[]
  ) {
    const { documents, themes, page } = model
    this.#index = this.#names.take(page.title)
    this.#documents = new Map([...documents.values()].map(({ id, title }) => [id, this.#names.take(title)]))
    this.#themes = new Map(themesInOrder(themes).map(({ id, name }) => [id, this.#names.take(name)]))
    const byDocument = new Map<DocumentId, ExcerptRecord[]>()
    for (const each of excerpts) {
      const own = byDocument.get(each.document)
      if (own) own.push(each)
      else byDocument.set(each.document, [each])
    }
    this.#byDocument = byDocument
    this.#written = new Set(excerpts.map(({ id }) => id))
  }

  /** How many names of files had to be cut. */
  get shortened(): number {
    return this.#names.shortened
  }

  /** Each note by its path in the folder. */
  *notes(): Generator<{ readonly path: string; readonly text: string }> {
    yield { path: `${this.#index}.md`, text: this.#indexNote() }
    for (const document of this.model.documents.values())
      yield { path: `documents/${this.#documents.get(document.id)}.md`, text: this.#documentNote(document) }
    for (const theme of themesInOrder(this.model.themes))
      yield { path: `themes/${this.#themes.get(theme.id)}.md`, text: this.#themeNote(theme) }
  }

  #indexNote(): string {
    const { page, language, words, documents, themes } = this.model
    const depthOf = (id: ThemeId) => themeName(themes, id).split(' › ').length - 1
    return joined({ title: page.title, project: page.project, made: page.made, change: page.change }, [
      markdownHeading(1, page.title),
      stateLines(page, language)
        .map((line) => listItem([markdownLine(line, { beginsLine: true })]))
        .join('\n'),
      [...documents.values()].map(({ id }) => `- ${this.#documentLink(id)}`).join('\n'),
      markdownHeading(2, words.themes),
      themesInOrder(themes)
        .map(({ id }) => `${'  '.repeat(depthOf(id))}- ${this.#themeLink(id)}`)
        .join('\n')
    ])
  }

  #documentNote(document: VariorumDocument): string {
    const { language } = this.model
    const excerpts = [...(this.#byDocument.get(document.id) ?? [])].sort((a, b) => a.start - b.start)
    return joined(documentFacts(document), [
      markdownHeading(1, document.title),
      ...(excerpts.length === 0 ? [textWord('noExcerpts', language)] : []),
      ...excerpts.map((excerpt, at) =>
        excerptMarkdown(excerpt, this.model, this.options, at + 1, {
          blockId: blockIdOf(excerpt.id),
          theme: (id) => this.#themeLink(id, themeName(this.model.themes, id)),
          memo: (memo) => this.#memo(memo)
        })
      )
    ])
  }

  #themeNote(theme: Theme): string {
    const { themes, groups, language } = this.model
    const { id, name, parent, colour } = theme
    const below = childrenOf(themes, id)
    const excerpts = [...this.#byDocument.values()].flat().filter((each) => each.themes.includes(id))
    const facts = {
      title: name,
      aliases: [name],
      kind: 'theme',
      id,
      path: themePath(themes, id),
      colour,
      groups: groupsOf(groups, id)
    }
    return joined(facts, [
      markdownHeading(1, name),
      ...(parent === null ? [] : [textWord('above', language, this.#themeLink(parent))]),
      ...codebookFacts(theme, language).map(({ term, text, isMarkdown }) => {
        const lines = isMarkdown ? this.#memo(text) : markdownParagraphs(text, { beginsLine: false })
        return [`**${term}:** ${isMarkdown ? '\n\n' : ''}${lines[0] ?? ''}`, ...lines.slice(1)].join('\n')
      }),
      ...(below.length === 0
        ? []
        : [
            markdownHeading(2, textWord('below', language)),
            below.map((each) => `- ${this.#themeLink(each.id)}`).join('\n')
          ]),
      markdownHeading(2, textWord('excerpts', language)),
      excerpts.length === 0
        ? textWord('noExcerpts', language)
        : excerpts.map((each) => this.#mention(each)).join('\n')
    ])
  }

  /** An excerpt in the note of its theme: its words, and the way to where it stands. */
  #mention({ quote, document, id }: ExcerptRecord): string {
    const lines = markdownParagraphs(quote)
    const title = this.model.documents.get(document)?.title ?? ''
    lines[lines.length - 1] += ` — ${wikiLink(this.#documents.get(document) ?? '', title, blockIdOf(id))}`
    return listItem(lines)
  }

  #documentLink(id: DocumentId): string {
    return wikiLink(this.#documents.get(id) ?? id, this.model.documents.get(id)?.title)
  }

  #themeLink(id: ThemeId, label = this.model.themes[id]?.name): string {
    return wikiLink(this.#themes.get(id) ?? id, label)
  }

  /** A memo whose links lead to the notes of what they are about, where there are any. */
  #memo(memo: string): string[] {
    return memoMarkdown(memo, (target, label) => {
      switch (target.kind) {
        case 'theme':
          return this.#themes.has(target.id) ? this.#themeLink(target.id, label) : markdownLine(label)
        case 'document':
          return this.#documents.has(target.id)
            ? wikiLink(this.#documents.get(target.id) ?? '', label)
            : markdownLine(label)
        case 'passage':
          return this.#written.has(target.id)
            ? wikiLink(this.#documents.get(target.document) ?? '', label, blockIdOf(target.id))
            : markdownLine(label)
        case 'formula':
          return markdownLine(label)
      }
    })
  }
}

/** A note: what is known as YAML, a line `---` on each side, and the text. */
function joined(facts: object, parts: readonly string[]): string {
  const text = parts.filter((part) => part !== '').join('\n\n')
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${text}\n`
}

/** What is known of a document, under names of one word; empty facts are left out. */
function documentFacts(document: VariorumDocument): object {
  const { title, id, language, rendering, published, event, publisher, source, csl, attributes, proposed } =
    document
  const facts = {
    title,
    aliases: [title],
    kind: 'document',
    id,
    language,
    rendering: rendering === 'unknown' || proposed.includes('rendering') ? '' : rendering,
    author: (csl.author ?? []).map((name) => spokenNames([name])),
    translator: (csl.translator ?? []).map((name) => spokenNames([name])),
    published: published?.date,
    event: event?.date,
    publisher,
    container: csl['container-title'],
    doi: csl.DOI,
    url: csl.URL,
    accessed: dateLine(csl.accessed),
    source,
    proposed,
    attributes
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => isSaid(value)))
}

function isSaid(value: unknown): boolean {
  if (value === undefined || value === '') return false
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0
}
