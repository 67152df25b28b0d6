import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { excerptsAsCsv } from '../formats/excerpts/csv'
import { hasProgram, outputOf } from '../testing/other-software'
import { english, sampleExcerpt, sampleExcerpts } from '../testing/sample-models'
import { writeToMemory } from '../testing/write-to-memory'

const folder = mkdtempSync(join(tmpdir(), 'variorum-r-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe.skipIf(!hasProgram('Rscript'))('R', () => {
  it('reads the table with its types, and the dash of a dialogue as it stands', async () => {
    const quotes = ['- Nein, sagte er, und ging.', '-3.5', 'two\nlines, "quoted"', '没有人']
    const items = quotes.map((quote) => ({
      kind: 'excerpt' as const,
      excerpt: sampleExcerpt(english, 'handed', { quote })
    }))
    const file = join(folder, 'excerpts.csv')
    writeFileSync(file, (await writeToMemory(excerptsAsCsv, sampleExcerpts({}, items))).text)
    const script = `
      data <- read.csv(${JSON.stringify(file)}, fileEncoding = "UTF-8-BOM", encoding = "UTF-8")
      stopifnot(is.integer(data$start), nrow(data) == 4, names(data)[1] == "id")
      cat(paste(data$quote, collapse = "|"))`
    expect(outputOf('Rscript', ['--vanilla', '-e', script])).toBe(quotes.join('|'))
  })
})
