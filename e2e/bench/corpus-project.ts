import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createProject } from '../../src/main/project/create'
import { openProject } from '../../src/main/project/open'
import { textFile } from '../../src/main/store/content-store'
import { seededRandom } from '../../src/main/store/testing/seeded-random'
import type { Block } from '../../src/shared/model/text-content'
import type { SimpleOperation } from '../../src/shared/operations/operation'
import { coder, makeDocument } from '../../src/shared/testing/sample-records'
import { mustDo } from './work-done'

const corpus = join(import.meta.dirname, '..', '..', 'corpus')
const works = [
  'digital-province',
  'grain-and-harvest',
  'ice-and-snow',
  'one-visit',
  'opening-up',
  'winter-works'
]
/** Characters of a text, about; UTF-16. */
const textLength = 33_000

/**
 * A project of many texts in English, made by shuffling and perturbing the paragraphs of the sample corpus, and beside it the
 * same texts as plain files for other programs. Gives how many characters there are.
 */
export async function makeCorpusProject(folder: string, plain: string, characters: number): Promise<number> {
  const { next: random } = seededRandom(7)
  const paragraphs: string[] = []
  for (const work of works) {
    const text = await readFile(join(corpus, work, 'official.txt'), 'utf8')
    paragraphs.push(...text.split('\n').filter((each) => each.length > 40))
  }
  let total = 0
  function* texts(): Generator<MadeText> {
    while (total < characters) {
      const own: string[] = []
      for (let length = 0; length < textLength; ) {
        const text = perturbed(paragraphs[Math.floor(random() * paragraphs.length)] ?? '', random)
        own.push(text)
        length += text.length + 1
      }
      total += own.reduce((sum, text) => sum + text.length + 1, 0)
      yield { language: 'en', paragraphs: own }
    }
  }
  await makeTextsProject(folder, texts(), plain)
  return total
}

/** A text to be made, in paragraphs. */
export interface MadeText {
  readonly language: string
  readonly paragraphs: readonly string[]
}

/** A project of some texts. @param plain a folder for the same texts as plain files; null: none */
export async function makeTextsProject(
  folder: string,
  texts: Iterable<MadeText>,
  plain: string | null = null
): Promise<void> {
  await createProject(folder, 'Corpus', coder)
  if (plain !== null) await mkdir(plain, { recursive: true })
  const operations: SimpleOperation[] = []
  for (const { language, paragraphs } of texts) {
    const number = operations.length
    const blocks = paragraphs.map((text, at): Block => ({ kind: 'paragraph', number: at + 1, text }))
    const file = textFile({ format: 1, blocks })
    await writeFile(join(folder, 'texts', `${file.hash}.json`), file.body)
    if (plain !== null) await writeFile(join(plain, `${number}.txt`), `${paragraphs.join('\n')}\n`)
    const blank = makeDocument(`d${number}`)
    const revisions = blank.revisions.map((each) => ({ ...each, text: file.hash }))
    const published = { date: String(2010 + (number % 12)), precision: 'year' as const }
    operations.push({
      type: 'document.add',
      document: { ...blank, title: `Text ${number}`, language, revisions, published }
    })
  }
  const session = mustDo(await openProject(folder), 'opening the corpus')
  for (let at = 0; at < operations.length; at += 500)
    mustDo(
      await session.do(
        { type: 'batch', label: 'import', operations: operations.slice(at, at + 500) },
        coder.id
      ),
      'adding texts'
    )
  await session.close()
}

/** Some words get an ending of their own, so that the vocabulary grows with the corpus. */
function perturbed(text: string, random: () => number): string {
  return text.replace(/\b[a-z]{5,}\b/g, (word) =>
    random() < 0.02 ? `${word}${Math.floor(random() * 5000).toString(26)}` : word
  )
}
