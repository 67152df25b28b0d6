import { clipboardFiles } from '../../../../shared/export/clipboard-files'
import type { Pasted } from '../../clipboard/pasted'
import { defineFormat, type ExcerptsModel } from '../../format'

/** Excerpts to be pasted elsewhere: the same as HTML, RTF and plain text. The window puts them on the clipboard. */
export const excerptsForClipboard = defineFormat({
  id: 'clipboard',
  of: 'excerpts',
  extension: '',
  to: 'clipboard',
  group: 'write',
  label: { en: 'Clipboard', 'zh-CN': '剪贴板' },
  hint: {
    en: 'To paste into a text of your own: quotations with citations, with and without styles.',
    'zh-CN': '用于粘贴到自己的文稿：带引注的引文，含格式文本和纯文本。'
  },
  options: [
    'group',
    'sort',
    'context',
    'citations',
    'style',
    'language',
    'renderings',
    'memos',
    'bibliography',
    'doubtful',
    'furniture',
    'coders'
  ],
  preview: 'html',
  async write(model, options, sink) {
    const { clipboardText } = await import('../../clipboard/clipboard-text')
    const { pasted } = await import('../../clipboard/pasted')
    const { excerptsLayout } = await import('../../layout/excerpts-layout')
    const asked = {
      ...options,
      contents: false,
      memos: options.memos === 'none' ? options.memos : 'text',
      renderings: options.renderings === 'none' ? options.renderings : 'below'
    } as const
    const paragraphs: Pasted[] = []
    const shown = options.context.unit === 'none' ? withoutEllipses(model) : model
    for await (const block of excerptsLayout(shown, asked, { titled: false }).blocks) {
      sink.signal.throwIfAborted()
      paragraphs.push(...pasted(block, model.language))
    }
    const { html, rtf, text } = clipboardText(paragraphs)
    await sink.file(clipboardFiles.html, html)
    await sink.file(clipboardFiles.rtf, rtf)
    await sink.file(clipboardFiles.text, text)
  }
})

/** Words that are quoted without anything around them are quoted as they are: nobody takes them for a whole paragraph. */
function withoutEllipses(model: ExcerptsModel): ExcerptsModel {
  return {
    ...model,
    async *items() {
      for await (const item of model.items())
        yield item.kind === 'heading'
          ? item
          : { kind: 'excerpt', excerpt: { ...item.excerpt, goesOnBefore: false, goesOnAfter: false } }
    }
  }
}
