import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Formula } from '../../../shared/model/formula'
import { makeFormula, makeRendering } from '../../../shared/testing/sample-records'
import { formulaeAsTbx } from '../formats/formulae/tbx'
import { oddTexts } from '../testing/odd-texts'
import { hasProgram, run } from '../testing/other-software'
import { sampleFormulae } from '../testing/sample-formulae'
import { writeToMemory } from '../testing/write-to-memory'

const schema = join(import.meta.dirname, 'testing', 'tbx-basic.rng')
const canValidate = hasProgram('jing')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-tbx-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What jing says of a termbase; empty where it is valid. */
async function complaints(text: string): Promise<string> {
  const file = join(folder, 'termbase.tbx')
  await writeFile(file, text)
  return run('jing', [schema, file])
}

/** A register of formulae that say odd things in every field. */
function oddRegister(): Formula[] {
  return oddTexts.map((odd, at) => {
    const rendering = makeRendering(`r${at}`, odd, (['accepted', 'rejected', 'proposed'] as const)[at % 3])
    return {
      ...makeFormula(`f${at}`, [odd], [{ ...rendering, note: odd }]),
      gloss: odd,
      memo: odd,
      members: [odd],
      pinyin: odd
    }
  })
}

it.runIf(canValidate)('a termbase is valid TBX-Basic, whatever the register says', async () => {
  const odd = sampleFormulae({ entries: oddRegister().map((formula) => ({ formula, counted: null })) })
  expect(await complaints((await writeToMemory(formulaeAsTbx, odd)).text)).toBe('')
  const { text } = await writeToMemory(formulaeAsTbx, sampleFormulae())
  expect(await complaints(text)).toBe('')
  // The schema holds what it is to hold.
  expect(await complaints(text.replace('<termSec>', '<termSec><note>first</note>'))).not.toBe('')
  expect(await complaints(text.replaceAll('Term-admn-sts', ''))).not.toBe('')
})
