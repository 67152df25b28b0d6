import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { describe } from '../../shared/anchoring/describe'
import { findQuote } from '../../shared/anchoring/find-quote'
import type { Annotation } from '../../shared/model/annotation'
import { appError, reasonOf } from '../../shared/model/app-error'
import { codingsOf } from '../../shared/model/codings'
import { currentText } from '../../shared/model/current-text'
import type { CoderId, DocumentId, ParallelId, ThemeId } from '../../shared/model/ids'
import { newId } from '../../shared/model/new-id'
import { newAnnotation } from '../../shared/model/new-records'
import type { Span } from '../../shared/model/offsets'
import { Colour } from '../../shared/model/project'
import { QualityMark } from '../../shared/model/quality'
import { err, ok, type Result } from '../../shared/model/result'
import { sharedWork } from '../../shared/model/versions'
import type { SimpleOperation } from '../../shared/operations/operation'
import { childNamed } from '../../shared/operations/theme-named'
import { canonicalText } from '../../shared/text/canonical'
import type { Session } from '../project/session'
import { type OpenText, readText } from '../services/texts'

const files = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\.(txt|md|html)$/)
/** Names from the top of the tree down, with slashes between them. */
const themePath = z.string().min(1)

/** The coding of the sample corpus: what two coders have begun, by quotes that stand once in their texts. */
const SampleCoding = z.object({
  coders: z.array(z.object({ id: z.string(), name: z.string(), colour: Colour })),
  highlights: z.array(
    z.object({
      file: files,
      quote: z.string().min(1),
      coder: z.string(),
      themes: z.array(themePath),
      /** Themes that the other coder has put on the same passage. */
      also: z.array(themePath).default([]),
      quality: z.array(QualityMark).default([]),
      /** Links to themes name them by their paths. */
      memo: z.string().default(''),
      /** Highlights of the same word say the same in different versions. */
      parallel: z.string().optional()
    })
  ),
  memos: z.array(
    z.object({
      /** `project`, or the path of a theme. */
      about: z.string(),
      title: z.string(),
      coder: z.string(),
      text: z.string()
    })
  ),
  alignments: z.array(
    z.object({
      a: files,
      b: files,
      links: z.array(z.object({ a: z.array(z.string()), b: z.array(z.string()) }))
    })
  )
})
type SampleCoding = z.infer<typeof SampleCoding>

/**
 * Puts the coding of the sample corpus on its texts: coders, highlights with themes and memos, and links corrected by hand.
 * All of it is the making of the project, as the texts are. Fails where a quote does not stand in its text exactly once.
 *
 * @param documents the texts by their files in the corpus
 */
export async function addSampleCoding(
  session: Session,
  corpus: string,
  documents: ReadonlyMap<string, DocumentId | undefined>,
  maker: CoderId
): Promise<Result<number>> {
  const read = await readCoding(corpus)
  if (!read.ok) return read
  try {
    const making = new Making(session, documents, read.value)
    const operations = await making.operations()
    const done = await session.do({ type: 'batch', label: 'import', operations }, maker, { floor: true })
    return done.ok ? ok(read.value.highlights.length) : done
  } catch (error) {
    return err(appError('Damaged', 'fileUnreadable', { name: codingFile(corpus), reason: reasonOf(error) }))
  }
}

const codingFile = (corpus: string) => join(corpus, 'coding.json')

async function readCoding(corpus: string): Promise<Result<SampleCoding>> {
  const name = codingFile(corpus)
  try {
    return ok(SampleCoding.parse(JSON.parse(await readFile(name, 'utf8'))))
  } catch (error) {
    return err(appError('Damaged', 'fileUnreadable', { name, reason: reasonOf(error) }))
  }
}

/** Names of the file as ids of the project. What the file names and the corpus does not have is a fault of the corpus, and thrown. */
class Making {
  private readonly time = new Date().toISOString()
  private readonly coders: ReadonlyMap<string, CoderId>
  private readonly parallels = new Map<string, ParallelId>()
  private readonly texts = new Map<string, OpenText & { readonly text: string }>()

  constructor(
    private readonly session: Session,
    private readonly documents: ReadonlyMap<string, DocumentId | undefined>,
    private readonly coding: SampleCoding
  ) {
    this.coders = new Map(coding.coders.map(({ id }) => [id, newId.coder()]))
  }

  async operations(): Promise<SimpleOperation[]> {
    const { coders, highlights, memos, alignments } = this.coding
    const operations: SimpleOperation[] = coders.map(({ id, name, colour }) => ({
      type: 'coder.add',
      coder: { id: this.coder(id), name, colour }
    }))
    for (const highlight of highlights)
      operations.push({ type: 'annotation.add', annotation: await this.annotation(highlight) })
    for (const { about, title, text, coder } of memos)
      operations.push({
        type: 'memo.add',
        memo: {
          id: newId.memo(),
          about: about === 'project' ? { kind: 'project' } : { kind: 'theme', id: this.theme(about) },
          title,
          text: this.linked(text),
          coder: this.coder(coder),
          created: this.time,
          modified: this.time
        }
      })
    for (const alignment of alignments) operations.push(await this.alignment(alignment))
    return operations
  }

  private async annotation(highlight: SampleCoding['highlights'][number]): Promise<Annotation> {
    const { file, quote, themes, also, quality, memo, parallel } = highlight
    const { document, text } = await this.text(file)
    const selector = describe(text, await this.place(file, quote), currentText(document))
    if (!selector) throw new Error(`${file}: “${quote}” cannot be described`)
    const coder = this.coder(highlight.coder)
    const other = [...this.coders.values()].find((each) => each !== coder) ?? coder
    const ids = (paths: readonly string[]) => paths.map((path) => this.theme(path))
    const codings = [...codingsOf(ids(themes), coder, this.time), ...codingsOf(ids(also), other, this.time)]
    return newAnnotation(document.id, selector, coder, {
      created: this.time,
      modified: this.time,
      codings,
      quality,
      memo: this.linked(memo),
      parallel: parallel === undefined ? null : this.parallel(parallel)
    })
  }

  /** Links between sentences of two versions that a hand has made; all others are found as ever. */
  private async alignment({ a, b, links }: SampleCoding['alignments'][number]): Promise<SimpleOperation> {
    const [own, other] = [(await this.text(a)).document, (await this.text(b)).document]
    const work = sharedWork([own, other])
    if (work === null) throw new Error(`${a} and ${b} are no versions of one work`)
    const places = (file: string, quotes: readonly string[]) =>
      Promise.all(quotes.map((quote) => this.place(file, quote)))
    return {
      type: 'alignment.set',
      alignment: {
        work,
        a: own.id,
        b: other.id,
        revisionA: currentText(own),
        revisionB: currentText(other),
        links: await Promise.all(
          links.map(async (link) => ({
            a: await places(a, link.a),
            b: await places(b, link.b),
            confidence: 1,
            origin: 'hand' as const
          }))
        )
      }
    }
  }

  private async text(file: string) {
    const known = this.texts.get(file)
    if (known) return known
    const id = this.documents.get(file)
    if (id === undefined) throw new Error(`${file} is not in the corpus`)
    const read = await readText(this.session, id)
    if (!read.ok) throw new Error(`${file} cannot be read`)
    const open = { ...read.value, text: canonicalText(read.value.blocks) }
    this.texts.set(file, open)
    return open
  }

  private async place(file: string, quote: string): Promise<Span> {
    const [place, ...more] = findQuote((await this.text(file)).text, quote)
    if (!place || more.length > 0) throw new Error(`${file}: “${quote}” does not stand there once`)
    return place
  }

  private coder(name: string): CoderId {
    const id = this.coders.get(name)
    if (id === undefined) throw new Error(`no coder is called ${name}`)
    return id
  }

  private theme(path: string): ThemeId {
    let parent: ThemeId | null = null
    for (const name of path.split('/')) {
      const found = childNamed(this.session.state.themes, parent, name)
      if (!found) throw new Error(`no theme lies at ${path}`)
      parent = found.id
    }
    if (parent === null) throw new Error('an empty path names no theme')
    return parent
  }

  private parallel(word: string): ParallelId {
    const id = this.parallels.get(word) ?? newId.parallel()
    this.parallels.set(word, id)
    return id
  }

  /** A memo whose links name themes by their ids, and show their names. */
  private linked(memo: string): string {
    return memo.replaceAll(/\[\[theme:([^\]|]+)\]\]/g, (_, path: string) => {
      const id = this.theme(path)
      return `[[theme:${id}|${this.session.state.themes[id]?.name ?? path}]]`
    })
  }
}
