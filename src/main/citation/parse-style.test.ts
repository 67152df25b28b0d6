import { describe, expect, it } from 'vitest'
import { parseStyle } from './parse-style'
import { shippedFile } from './shipped-files'
import { StyleProblem } from './style-problem'
import { ownStyle } from './testing/own-style'

function problemOf(xml: string): string {
  try {
    parseStyle(xml)
    return 'none'
  } catch (error) {
    return error instanceof StyleProblem ? error.message : String(error)
  }
}

const style = (inside: string, kind = 'note') =>
  `<style class="${kind}" version="1.0"><info><title>S</title></info>${inside}<citation><layout><text macro="m0"/></layout></citation></style>`

const following = (name: string) =>
  `<style version="1.0"><info><title>Journal of Ferries</title><link rel="independent-parent" href="http://www.zotero.org/styles/${name}"/></info></style>`

describe('a style that a person opens', () => {
  it('is known by its title and kind', () => {
    expect(parseStyle(ownStyle)).toMatchObject({ title: 'Notes & numbers', kind: 'note' })
  })

  it('has the rules of the style that it follows, where that one ships', () => {
    const style = parseStyle(following('modern-language-association'))
    expect(style).toEqual({ title: 'Journal of Ferries', kind: 'in-text', tree: shippedFile('mla') })
    const notes = parseStyle(following('chicago-fullnote-bibliography'))
    expect(notes).toMatchObject({ kind: 'note', tree: shippedFile('chicago-notes-bibliography') })
  })

  it('is refused where it only follows one that is not there, which is named', () => {
    expect(problemOf(following('harvard-cite-them-right'))).toBe('dependent: harvard-cite-them-right')
    expect(problemOf(following('constructor'))).toBe('dependent: constructor')
  })

  it.each([
    ['no XML', 'just words', 'notStyle'],
    ['another XML', '<rdf><style/></rdf>', 'notStyle'],
    ['of no known kind', style('', 'margin'), 'notStyle'],
    ['without a citation', '<style class="note"><info/></style>', 'notStyle'],
    [
      'with a macro that uses itself',
      style('<macro name="m0"><text macro="m1"/></macro><macro name="m1"><text macro="m0"/></macro>'),
      'endless'
    ],
    [
      'with an entity of another file',
      `<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/passwd">]>${style('&x;')}`,
      'notXml'
    ],
    ['longer than any', style(' '.repeat(1_000_001)), 'tooLarge']
  ])('is refused: %s', (_, xml, problem) => {
    expect(problemOf(xml)).toBe(problem)
  })

  it('is refused where its macros multiply each other', () => {
    const macros = Array.from(
      { length: 40 },
      (_, at) => `<macro name="m${at}"><text macro="m${at + 1}"/><text macro="m${at + 1}"/></macro>`
    )
    expect(problemOf(style(macros.join('')))).toBe('endless')
  })

  it('is refused within a moment where it is nested without end', () => {
    expect(problemOf(`${'<group>'.repeat(100_000)}`)).not.toBe('none')
  })
})
