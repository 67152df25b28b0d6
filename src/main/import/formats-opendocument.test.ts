import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../shared/text/canonical'
import { first, lines, MadeFiles } from './testing/made-files'

const made = new MadeFiles()

describe('OpenDocument', () => {
  const names = ['office', 'text', 'table', 'draw', 'dc', 'xlink']
    .map((name) => `xmlns:${name}="urn:${name}"`)
    .join(' ')
  const odt = (body: string) =>
    zipSync({
      'content.xml': strToU8(
        `<office:document-content ${names}><office:body><office:text>${body}</office:text></office:body></office:document-content>`
      )
    })
  const p = (words: string) => `<text:p>${words}</text:p>`
  const cell = (inner: string) => `<table:table-cell>${inner}</table:table-cell>`
  const table = (...cells: string[]) =>
    `<table:table><table:table-row>${cells.map(cell).join('')}</table:table-row></table:table>`
  const comment = (name: string, memo: string) =>
    `<office:annotation office:name="${name}"><dc:creator>A</dc:creator>${p(memo)}</office:annotation>`
  const end = (name: string) => `<office:annotation-end office:name="${name}"/>`
  const passagesIn = (text: Awaited<ReturnType<typeof read>>) => {
    const whole = canonicalText(text.blocks)
    return text.passages.map(({ start, end: to, memo }) => [whole.slice(start, to), memo])
  }
  const read = async (name: string, body: string) => first(await made.read(name, odt(body)))

  it('cells hold lists, headings, notes, tables and several paragraphs', async () => {
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Of stone.</text:p><text:list><text:list-item><text:p>and sand</text:p></text:list-item></text:list></text:note-body></text:note>'
    const text = await read(
      'cells.odt',
      table(
        p('One') + p('two'),
        `<text:list><text:list-item>${p('first')}</text:list-item><text:list-item>${p('second')}</text:list-item></text:list>`,
        `<text:h>Head</text:h>${p(`weir${note}`)}`,
        table(p('in'), p('within'))
      )
    )
    expect(lines(text)).toEqual([
      'cell: One two',
      'cell: first second',
      'cell: Head weir[1]',
      'cell: in within',
      'note: [1] Of stone. and sand'
    ])
  })

  it('boxes stand after the paragraph that they hang on; pictures are counted', async () => {
    const box = `<draw:frame><draw:text-box>${p('In a box.')}${p('Twice.')}</draw:text-box></draw:frame>`
    const shape = `<draw:custom-shape>${p('In a shape.')}</draw:custom-shape>`
    const picture = '<draw:frame><draw:image xlink:href="x.png"/></draw:frame>'
    const text = await read(
      'boxes.odt',
      p(`Before ${box}and after${shape}${picture}.`) + p('Next.') + table(p(`cell ${box}`))
    )
    expect(lines(text)).toEqual([
      'paragraph: Before and after.',
      'paragraph: In a box.',
      'paragraph: Twice.',
      'paragraph: In a shape.',
      'paragraph: Next.',
      'cell: cell In a box. Twice.'
    ])
    expect(text.warnings).toEqual([{ key: 'picturesLeftOut', count: 1 }])
  })

  it('comments stand on their words, in whichever paragraph of a cell, in lists, notes and boxes', async () => {
    const on = (name: string, words: string) => `${comment(name, `on ${words}`)}${words}${end(name)}`
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p(`A ${on('n', 'stone')}.`)}</text:note-body></text:note>`
    const text = await read(
      'comments.odt',
      p('The gate and the weir.') +
        table(
          p('the gate') + p(`again ${on('c', 'the gate')} here`),
          `<text:list><text:list-item>${p(`an ${on('l', 'item')}`)}</text:list-item></text:list>`
        ) +
        p(`A weir${note} of ${on('w', 'the gate')}, a stone.`) +
        p(`Point ${comment('point', 'on the whole paragraph')}here.`) +
        p(`Two ${comment('long', 'over two')}lines`) +
        p(`and${end('long')} more.`)
    )
    const whole = canonicalText(text.blocks)
    expect(passagesIn(text).sort()).toEqual(
      [
        ['the gate', 'A: on the gate'],
        ['item', 'A: on item'],
        ['the gate', 'A: on the gate'],
        ['lines\nand', 'A: over two'],
        ['stone', 'A: on stone'],
        ['Point here.', 'A: on the whole paragraph']
      ].sort()
    )
    const gates = text.passages.filter(({ memo }) => memo === 'A: on the gate').map(({ start }) => start)
    expect(gates.sort((a, b) => a - b)).toEqual([
      whole.indexOf('again the gate') + 6,
      whole.lastIndexOf('the gate')
    ])
    expect(text.passages.find(({ memo }) => memo === 'A: on stone')?.start).toBe(whole.lastIndexOf('stone'))
    expect(text.warnings).toEqual([{ key: 'comments', count: 6 }])
  })
})
