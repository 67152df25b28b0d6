import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, normalize } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AnnotationId, ThemeId } from '../../shared/model/ids'
import { realFiles } from './files'
import {
  isOriginalFile,
  isSegment,
  isTextFile,
  linkedFolder,
  parseShardName,
  projectFolders,
  temporaryOf
} from './project-files'

const hash = 'a'.repeat(64)

describe('the name of a snapshot file', () => {
  it.each([
    'project.json',
    'codebook.json',
    'memos.json',
    'library/0.json',
    'library/f.json',
    'annotations/d7x2mqkq0c2aa.json',
    'alignments/w_A-1.json'
  ])('may be %s', (name) => {
    expect(parseShardName(name)).toBe(name)
  })

  it.each([
    'library/$(touch pwned)/../../../../.bashrc',
    '../codebook.json',
    '/etc/passwd',
    'library/../project.json',
    'library/10.json',
    'library/g.json',
    'annotations/.json',
    'annotations/a b.json',
    'annotations/x/y.json',
    'annotations/..json',
    'annotations/__proto__.json',
    'annotations/constructor.json',
    'annotations/CON.json',
    'annotations/lpt1.json',
    `annotations/${'x'.repeat(65)}.json`,
    'annotations\\d1.json',
    'annotations/d1.json\n',
    'annotations/d1.json/',
    'texts/a.json',
    'checkpoint.json',
    ''
  ])('may not be %j', (name) => {
    expect(parseShardName(name)).toBeNull()
  })

  it('never leads out of the project, whatever is asked', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '', 'library', 'annotations', 'alignments', 'f.json', '~', 'C:', '\0'),
      fc.string({ unit: 'binary', maxLength: 8 })
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom('/', '\\'), (parts, between) => {
        const name = parseShardName(parts.join(between))
        if (name === null) return
        expect(normalize(name)).toBe(name)
        expect(name.split('/').length).toBeLessThanOrEqual(2)
        expect(name).toMatch(/^[\w/-]+\.json$/)
      }),
      { numRuns: 2000 }
    )
  })
})

describe('names that come from a folder', () => {
  it('are told from those of other programs', () => {
    expect(isSegment('000001.jsonl')).toBe(true)
    expect(isSegment('000001 (conflicted copy).jsonl')).toBe(false)
    expect(isSegment('.room')).toBe(false)
    expect(isTextFile(`${hash}.json`)).toBe(true)
    expect(isTextFile(`._${hash}.json`)).toBe(false)
    expect(isOriginalFile(hash)).toBe(true)
    expect(isOriginalFile(`${hash}.docx`)).toBe(true)
    expect(isOriginalFile('secrets')).toBe(false)
    expect(isOriginalFile(`${hash}/../x`)).toBe(false)
  })

  it('that end like a temporary file are cleared away only where a Variorum writes such a file', () => {
    expect(temporaryOf('codebook.json.77.tmp')).toBe('codebook.json')
    expect(temporaryOf(`texts/${hash}.json.1.tmp`)).toBe(`texts/${hash}.json`)
    expect(temporaryOf('thesis.1.tmp')).toBeNull()
    expect(temporaryOf('annotations/notes.txt.123.tmp')).toBeNull()
    expect(temporaryOf('library/../x.json.1.tmp')).toBeNull()
  })
})

describe('what every object has by itself', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'con', 'NUL', 'com1'])(
    'is no id: %s',
    (id) => {
      expect(ThemeId.safeParse(id).success).toBe(false)
      expect(AnnotationId.safeParse(id).success).toBe(false)
    }
  )
})

describe('a link', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'variorum-links-'))
    await writeFile(join(folder, 'diary.txt'), 'Mine.')
    await symlink('diary.txt', join(folder, 'link'))
    await mkdir(join(folder, 'elsewhere'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('is never read, written or cut through', async () => {
    const link = join(folder, 'link')
    expect(() => realFiles.readNow(link)).toThrow(/is a link/)
    await expect(realFiles.read(link)).rejects.toThrow(/is a link/)
    for (const flags of ['r', 'r+', 'a+', 'wx', 'ax+'] as const)
      await expect(realFiles.open(link, flags), flags).rejects.toThrow()
    expect(realFiles.facts(link)?.kind).toBe('link')
    await realFiles.remove(link)
    expect(realFiles.readNow(join(folder, 'diary.txt')).toString()).toBe('Mine.')
  })

  it.each(projectFolders)('in place of the folder %s is told', async (name) => {
    const at = join(folder, name)
    await mkdir(join(at, '..'), { recursive: true })
    await symlink(join(folder, 'elsewhere'), at)
    expect(linkedFolder(folder, realFiles)).toMatchObject({ key: 'projectFolderLinked', params: { name } })
    await expect(realFiles.makeFolder(at)).rejects.toThrow(/not a folder/)
  })

  it('to nowhere, or a folder, is not taken for a file', async () => {
    await symlink('nowhere', join(folder, 'dangling'))
    await expect(realFiles.open(join(folder, 'dangling'), 'ax+')).rejects.toThrow(/EEXIST/)
    expect(() => realFiles.readNow(join(folder, 'elsewhere'))).toThrow(/not a file/)
  })
})
