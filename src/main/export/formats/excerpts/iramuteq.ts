import { themePath } from '../../../../shared/excerpts/theme-path'
import { defineFormat } from '../../format'
import { excerptRows } from '../../tables/excerpt-rows'
import { StarredNames, variableNames } from '../../tables/starred-names'

const ownVariables = ['document', 'language', 'rendering', 'year', 'coder', 'theme']

/** Written at once, in UTF-16 code units. */
const pieceLength = 60_000

/**
 * Quotes as a text with starred variables (the Alceste form): a line `**** *variable_value …` before each. Stars and dollars
 * mean something to the programs wherever they stand, and are taken out of the quotes.
 */
export const excerptsForIramuteq = defineFormat({
  id: 'iramuteq',
  of: 'excerpts',
  extension: 'txt',
  group: 'count',
  label: { en: 'IRaMuTeQ or TXM text', 'zh-CN': 'IRaMuTeQ / TXM 文本' },
  hint: {
    en: 'For statistics of words: each quote below a line with its theme, document and attributes.',
    'zh-CN': '用于词汇统计：每段引文之前一行列出其主题、文档和属性。'
  },
  options: ['rows', 'sort', 'furniture', 'doubtful', 'coders'],
  preview: 'text',
  async write(model, options, sink) {
    const { documents, themes, info } = model
    const names = new StarredNames()
    const attributes = new Set(Object.keys(info.attributes))
    for (const document of documents.values()) for (const name in document.attributes) attributes.add(name)
    const variables = variableNames([...attributes].sort(), ownVariables)
    let removed = 0
    let piece = ''
    for await (const { excerpt, coding } of excerptRows(model.items(), options.rows)) {
      const document = documents.get(excerpt.document)
      const stars = [names.star('document', document?.title ?? '', excerpt.document)]
      const add = (variable: string, value: string | undefined) => {
        if (value) stars.push(names.star(variable, value))
      }
      add('language', document?.language)
      add('rendering', document?.rendering)
      add('year', document?.published?.date.slice(0, 4))
      const coder = coding?.coder ?? excerpt.coder
      add('coder', info.coders[coder]?.name ?? coder)
      const own = options.rows === 'excerpt' ? excerpt.themes : coding ? [coding.theme] : []
      own.forEach((id, at) => {
        // A variable has one value in a text: further themes are variables of their own.
        add(at === 0 ? 'theme' : `theme${at + 1}`, themePath(themes, id))
      })
      for (const [attribute, variable] of variables) add(variable, document?.attributes[attribute])
      const words = excerpt.quote.replace(/[*$]/g, '')
      removed += excerpt.quote.length - words.length
      piece += `**** ${stars.join(' ')}\n${words.replace(/\s*\n\s*/g, '\n').trim()}\n\n`
      if (piece.length < pieceLength) continue
      await sink.write(piece)
      piece = ''
    }
    await sink.write(piece)
    sink.leftOut('reservedSigns', removed)
    sink.leftOut('numberedValues', names.numbered)
  }
})
