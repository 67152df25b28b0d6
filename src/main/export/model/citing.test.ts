import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeAnnotation } from '../../../shared/testing/sample-records'
import { OpenedStyles } from '../../citation/opened-styles'
import { parseStyle } from '../../citation/parse-style'
import { ownStyle } from '../../citation/testing/own-style'
import { ExportProblem } from '../export-problem'
import type { Arranged } from './arrange'
import { citingOf } from './citing'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-citing-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

const arrangement: readonly Arranged[] = ['d2', 'd1', 'd2'].map((document, at) => ({
  kind: 'passage',
  passage: makeAnnotation(`a${at}`, document)
}))

async function problemOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'none'
  } catch (error) {
    return error instanceof ExportProblem ? error.error.key : String(error)
  }
}

describe('what citing needs beforehand', () => {
  it('is the order of the works, and no tree of a style that ships', async () => {
    expect(await citingOf('apa', arrangement)).toEqual({ documents: ['d2', 'd1'], opened: null })
  })

  it('is the style that was opened: by its name in the window, by its path in the command', async () => {
    const path = join(home, 'own.csl')
    await writeFile(path, ownStyle)
    const styles = new OpenedStyles(join(home, 'styles'))
    const { id } = await styles.open(path)
    const { tree } = parseStyle(ownStyle)
    expect((await citingOf(id, arrangement, styles)).opened).toEqual(tree)
    expect((await citingOf(`file:${path}`, arrangement)).opened).toEqual(tree)
  })

  it('is told where the style is gone, is none, or has an unknown name', async () => {
    const path = join(home, 'none.csl')
    await writeFile(path, '<html/>')
    const styles = new OpenedStyles(join(home, 'styles'))
    expect(await problemOf(citingOf('file:gone', arrangement, styles))).toBe('styleMissing')
    expect(await problemOf(citingOf('harvard', arrangement, styles))).toBe('styleMissing')
    expect(await problemOf(citingOf(`file:${path}`, arrangement))).toBe('styleNotCsl')
    expect(await problemOf(citingOf(`file:${join(home, 'nowhere')}`, arrangement))).toBe('styleUnusable')
  })
})
