import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ExportOptions } from '../../../shared/export/export-options'
import type { RegisterFile } from '../../../shared/formulae/register-file'
import { registerOf } from '../../../shared/formulae/register-of'
import type { Formula } from '../../../shared/model/formula'
import { makeFormula, makeRendering } from '../../../shared/testing/sample-records'
import { exportFormats } from '../../export/registry'
import { sampleFormulae } from '../../export/testing/sample-formulae'
import { attribute, localName, parseXml } from '../formats/xml'
import { readRegister } from './read-register'
import { registerOfTbx } from './tbx-register'

let home: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-registers-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

/** What a format of the register writes. */
async function written(id: string, formulae: Readonly<Record<string, Formula>>): Promise<Buffer> {
  const format = exportFormats.formulae.find((each) => each.id === id)
  const pieces: Buffer[] = []
  const { info } = sampleFormulae()
  const model = sampleFormulae({
    info: { ...info, formulae },
    entries: Object.values(formulae).map((formula) => ({ formula, counted: null }))
  })
  await format?.write(model, ExportOptions.parse({}), {
    print: null,
    signal: new AbortController().signal,
    write: async (piece) => void pieces.push(Buffer.from(piece as string)),
    file: async () => {},
    leftOut: () => {}
  })
  return Buffer.concat(pieces)
}

async function readBack(id: string, bytes: Uint8Array): Promise<RegisterFile> {
  const path = join(home, `register.${id}`)
  await writeFile(path, bytes)
  const read = await readRegister(path)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

const said = ({ formulae }: RegisterFile) =>
  formulae.map(({ renderings, decided, ...rest }) => ({
    ...rest,
    renderings: new Set(renderings),
    decided: new Set((decided ?? []).map((each) => JSON.stringify(each)))
  }))

describe('a register that is written', () => {
  it.each(['json', 'tbx', 'csv', 'xlsx'])('is read back from %s as it was', async (id) => {
    const { formulae } = sampleFormulae().info
    const plain = Object.fromEntries(
      Object.entries(formulae).map(([key, each]) => [
        key,
        {
          ...each,
          // TBX has no status for what nobody has decided on.
          renderings: Object.fromEntries(
            Object.entries(each.renderings).filter(([, own]) => own.status !== 'proposed')
          )
        }
      ])
    )
    const kept = { ...plain, f2: { ...makeFormula('f2', ['四个窗口']), kind: 'number' as const } }
    const back = await readBack(id, await written(id, kept))
    expect(said(back)).toEqual(said(registerOf(kept, '')))
  })

  const words = fc
    .array(fc.constantFrom('one', '<b>', '&', '"', '=', 'visit', "'", '–'), { minLength: 1, maxLength: 4 })
    .map((parts) => `w ${parts.join(' ')}`)
  it('keeps any words, in any format', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(words, { minLength: 1, maxLength: 4 }), async (all) => {
        const formulae = {
          f1: makeFormula(
            'f1',
            ['一次'],
            all.map((each, at) => makeRendering(`r${at}`, each))
          )
        }
        for (const id of ['json', 'tbx', 'csv'])
          expect(said(await readBack(id, await written(id, formulae)))).toEqual(
            said(registerOf(formulae, ''))
          )
      }),
      { numRuns: 20 }
    )
  })
})

/** ISO 30042:2019, core structure: what may stand in an element, in this order (a letter a kind of element). */
const core: Readonly<Record<string, RegExp>> = {
  tbx: /^(tbxHeader )(text )$/,
  tbxHeader: /^(fileDesc )(encodingDesc )?(revisionDesc )?$/,
  fileDesc: /^(titleStmt )?(publicationStmt )?(sourceDesc )+$/,
  titleStmt: /^(title )(note )*$/,
  sourceDesc: /^(p )+$/,
  text: /^(body )(back )?$/,
  body: /^(conceptEntry )+$/,
  conceptEntry: /^((descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref) )*(langSec )+$/,
  langSec: /^((descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref) )*(termSec )+$/,
  termSec:
    /^(term )((termNote|termNoteGrp) )*((descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref) )*$/,
  transacGrp: /^(transac )((transacNote|date|note|ref|xref) )*$/
}
/** TBX-Basic: types of data categories, and the values that some may have. */
const basic: Readonly<Record<string, RegExp>> = {
  descrip: /^(subjectField|definition|context)$/,
  ref: /^crossReference$/,
  termNote: /^(administrativeStatus|partOfSpeech|geographicalUsage|grammaticalGender|termLocation|termType)$/,
  transac: /^transactionType$/,
  transacNote: /^responsibility$/
}
const values: Readonly<Record<string, RegExp>> = {
  administrativeStatus: /^(admitted|deprecated|superseded|preferred)Term-admn-sts$/,
  transactionType: /^(origination|modification)$/
}

it('a termbase is TBX-Basic as ISO 30042 has it', async () => {
  const tree = parseXml((await written('tbx', sampleFormulae().info.formulae)).toString()).documentElement
  expect([attribute(tree, 'type'), attribute(tree, 'style'), attribute(tree, 'lang')]).toEqual([
    'TBX-Basic',
    'dca',
    'en'
  ])
  expect(tree.getAttribute('xmlns')).toBe('urn:iso:std:iso:30042:ed-2')
  const all = [tree, ...Array.from(tree.querySelectorAll('*'))]
  const ids = all.flatMap((each) => attribute(each, 'id') ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  for (const each of all) {
    const name = localName(each)
    const children = Array.from(each.children)
    if (core[name]) expect(children.map((child) => `${localName(child)} `).join('')).toMatch(core[name])
    else expect(children).toEqual([])
    const type = attribute(each, 'type') ?? ''
    if (basic[name]) expect(type).toMatch(basic[name])
    if (values[type]) expect(each.textContent).toMatch(values[type])
    if (name === 'date') expect(each.textContent).toMatch(/^\d{4}-\d\d-\d\d$/)
    if (name === 'langSec') expect(attribute(each, 'lang')).toMatch(/^[a-z]{2,3}/)
    const target = attribute(each, 'target')
    if (target !== null) expect(ids).toContain(target)
  }
})

it('a termbase of the edition of 2008 is read too', () => {
  const register = registerOfTbx(
    `<martif type="TBX"><text><body><termEntry id="a"><descrip type="definition">once</descrip>
     <langSet xml:lang="zh-CN"><tig><term>只跑一次</term></tig></langSet>
     <langSet xml:lang="en"><ntig><termGrp><term>one visit</term>
       <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
       <tig><term>one trip</term></tig></langSet></termEntry></body></text></martif>`,
    'old'
  )
  expect(register.formulae).toMatchObject([
    {
      forms: ['只跑一次'],
      gloss: 'once',
      renderings: ['one trip'],
      decided: [{ words: 'one visit', status: 'rejected' }]
    }
  ])
})

it('a table of a person is read by its head, or by its characters', async () => {
  const withHead = await readBack(
    'csv',
    Buffer.from('中文,译文,类别\n四个意识,four minds; four senses,number\n')
  )
  expect(withHead.formulae).toMatchObject([
    { forms: ['四个意识'], renderings: ['four minds', 'four senses'], kind: 'number' }
  ])
  const bare = await readBack('tsv', Buffer.from('四个意识\tfour minds\n两个维护\ttwo upholds\n'))
  expect(bare.formulae.map(({ forms, renderings }) => [forms[0], renderings[0]])).toEqual([
    ['四个意识', 'four minds'],
    ['两个维护', 'two upholds']
  ])
})

it('a file that holds no register is refused with its name', async () => {
  for (const [name, body] of [
    ['a.json', '{"kind":"else"}'],
    ['b.tbx', '<tbx><text/></tbx>'],
    ['c.csv', '1,2\n3,4\n'],
    ['d.json', '{']
  ] as const) {
    await writeFile(join(home, name), body)
    const read = await readRegister(join(home, name))
    expect(read).toMatchObject({ ok: false, error: { params: { name } } })
  }
})
