import { themePath } from '../../../../shared/excerpts/theme-path'
import type { ExcerptRecord } from '../../../../shared/export/excerpt-record'
import { plainText } from '../../../../shared/export/rich-text'
import type { Coder } from '../../../../shared/model/project'
import { defineFormat, type ExcerptsModel } from '../../format'
import { groupsOf, themesInOrder } from '../../tables/codebook-columns'
import { excerptRows } from '../../tables/excerpt-rows'

/** The name of the form, with the number of its version: programs look at it before they read on. */
export const excerptsJsonSchema = 'variorum-excerpts/1'

/** Written at once, in UTF-16 code units. */
const pieceLength = 60_000

/** Excerpts as one JSON document, written piece by piece: an excerpt a line. */
export const excerptsAsJson = defineFormat({
  id: 'json',
  of: 'excerpts',
  extension: 'json',
  group: 'count',
  label: { en: 'JSON', 'zh-CN': 'JSON' },
  hint: {
    en: 'For scripts: all that is known of each excerpt, with the codebook and the documents.',
    'zh-CN': '用于脚本：每段摘录的全部信息，附编码本和文档。'
  },
  options: [
    'sort',
    'context',
    'memos',
    'quality',
    'furniture',
    'doubtful',
    'renderings',
    'differences',
    'coders',
    'citations',
    'style',
    'bibliography',
    'language'
  ],
  preview: 'text',
  async write(model, options, sink) {
    const head = Object.entries(headOf(model))
    await sink.write(
      `{\n${head.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`).join('')}`
    )
    await sink.write('"excerpts": [')
    let piece = ''
    let isFirst = true
    for await (const { excerpt } of excerptRows(model.items(), 'excerpt')) {
      piece += `${isFirst ? '' : ','}\n${JSON.stringify(excerptOf(excerpt, options))}`
      isFirst = false
      if (piece.length < pieceLength) continue
      await sink.write(piece)
      piece = ''
    }
    await sink.write(piece)
    await sink.write('\n],\n"bibliography": [')
    const entries = options.bibliography
      ? model.bibliography().map(({ document, entry }) => ({ document, text: plainText(entry) }))
      : []
    await sink.write(entries.map((entry) => `\n${JSON.stringify(entry)}`).join(','))
    await sink.write('\n]\n}\n')
  }
})

function headOf({ page, language, info, themes, groups, documents, works }: ExcerptsModel): object {
  return {
    schema: excerptsJsonSchema,
    title: page.title,
    project: { id: info.id, name: info.name },
    chosenBy: page.chosenBy,
    made: page.made,
    change: page.change,
    generator: `Variorum ${page.version}`,
    language,
    attributes: info.attributes,
    coders: Object.values<Coder>(info.coders).map(({ id, name }) => ({ id, name })),
    themes: themesInOrder(themes).map((theme) => ({
      ...theme,
      path: themePath(themes, theme.id),
      groups: groupsOf(groups, theme.id)
    })),
    works: [...works.values()],
    documents: [...documents.values()]
  }
}

function excerptOf(
  excerpt: ExcerptRecord,
  options: {
    readonly memos: string
    readonly quality: boolean
    readonly citations: string
  }
): object {
  const { cited, memo, plainMemo, quality, furniture, themes: _, ...facts } = excerpt
  return {
    ...facts,
    boilerplate: furniture,
    ...(options.quality && { quality }),
    ...(options.memos !== 'none' && { memo, plainMemo }),
    ...(options.citations !== 'none' && {
      citation: plainText(cited.note),
      citationInText: plainText(cited.inText)
    })
  }
}
