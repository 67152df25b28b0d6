import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportSubjects } from '../../shared/export/export-format-info'
import { ExportOptions } from '../../shared/export/export-options'
import { exportFormats, findFormat, formatInfos } from './registry'

const folder = join(import.meta.dirname, 'formats')

/** The files of formats of a subject: one a format, tests apart. */
function filesOf(subject: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.startsWith(`${subject}/`) && name.endsWith('.ts') && !name.endsWith('.test.ts'))
}

describe('the registry of formats', () => {
  const all = exportSubjects.flatMap((of) => exportFormats[of].map((format) => ({ of, format })))

  it.each(all)('says of $of $format.id all that windows and the command ask for', ({ of, format }) => {
    expect(format.of).toBe(of)
    expect(format.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(format.extension).toMatch(/^[a-z0-9]{0,20}$/)
    for (const language of ['en', 'zh-CN'] as const) {
      expect(format.label[language].trim()).not.toBe('')
      expect(format.hint[language].trim()).not.toBe('')
    }
    expect(format.label['zh-CN']).toMatch(/[\p{Script=Han}A-Z]/u)
    const known = Object.keys(ExportOptions.shape)
    for (const option of format.options) expect(known).toContain(option)
    expect(new Set(format.options).size).toBe(format.options.length)
  })

  it.each(exportSubjects)('names each format of %s once', (of) => {
    const ids = exportFormats[of].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(findFormat(of, id)?.id).toBe(id)
  })

  it.each(exportSubjects)('takes one file and one line for a format of %s', (of) => {
    const lines = readFileSync(join(import.meta.dirname, 'registry.ts'), 'utf8')
    const imported = lines.match(new RegExp(`^import .* from './formats/${of}/`, 'gm')) ?? []
    expect(filesOf(of)).toHaveLength(exportFormats[of].length)
    expect(imported).toHaveLength(exportFormats[of].length)
  })

  it('tells all but the code, so that it crosses processes', () => {
    expect(structuredClone(formatInfos())).toHaveLength(all.length)
  })
})
