import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, type TestContext } from 'vitest'
import { parseFile } from './parse-file'
import { parse } from './testing/made-files'

/** Files of the published standards and of other programs that may not lie in the repository. */
const folder = join(import.meta.dirname, '../../../../shared/interop')

function needs(path: string, context: TestContext): string {
  const whole = join(folder, path)
  if (!existsSync(whole)) {
    process.stdout.write(`skipped: ${context.task.name} (the folder of interchange samples is not there)\n`)
    context.skip('the folder of interchange samples is not there')
  }
  return whole
}

describe('what other programs have written', () => {
  it('a project of ATLAS.ti brings its codebook, sets and notes; what does not lie in it is named', async (context) => {
    const file = await parse(needs('refi/samples/atlas8-standard-project-no-sources.qdpx', context))
    const { codebook, groups, memos } = file.brought
    expect(codebook).toHaveLength(14)
    expect(codebook.find(({ path: [name] }) => name === 'milk')).toMatchObject({ colour: null })
    expect(groups.map(({ name }) => name)).toEqual([
      'Feelings',
      'negative feelings',
      'Breakfast food',
      'positive feelings'
    ])
    expect(memos.map(({ title, theme }) => [title, theme])).toEqual([
      ['Research Plan', null],
      ['My favorite Coke ad', null]
    ])
    // Six texts and two PDFs; a picture and a recording; on them hang 16 codings and two quotations without a code.
    expect(file.warnings).toMatchObject([
      { key: 'sourcesLeftOut', count: 2, names: ['cornflakes-n-milk.jpg', "Jeanine's Breakfast.m4a"] },
      { key: 'textsMissing', count: 8 },
      { key: 'codingsLost', count: 18 }
    ])
  })

  it('every sample of the Web Annotation standard that quotes words is read with them', async (context) => {
    const samples = needs('anno/samples/correct', context)
    let quoted = 0
    for (const name of await readdir(samples)) {
      const words = [
        ...(await readFile(join(samples, name), 'utf8')).matchAll(/"exact"\s*:\s*"([^"]*)"/g)
      ].map(([, exact]) => exact)
      const read = await parseFile(join(samples, name))
      const found = read.ok
        ? read.value.sidecars.flatMap((each) =>
            each.kind === 'highlights' ? each.quotes.flatMap(({ exact }) => exact || []) : []
          )
        : []
      expect(found, name).toEqual(words)
      quoted += words.length
    }
    expect(quoted).toBeGreaterThan(0)
  })
})
