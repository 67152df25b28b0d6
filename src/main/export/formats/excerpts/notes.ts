import type { ExcerptRecord } from '../../../../shared/export/excerpt-record'
import { defineFormat } from '../../format'
import { excerptRows } from '../../tables/excerpt-rows'

/** A folder of Markdown notes for Obsidian, Logseq and Zettlr: one a document, one a theme, links both ways. */
export const excerptsAsNotes = defineFormat({
  id: 'notes',
  of: 'excerpts',
  extension: '',
  group: 'write',
  label: { en: 'Notes (Obsidian, Logseq, Zettlr)', 'zh-CN': '笔记（Obsidian、Logseq、Zettlr）' },
  hint: {
    en: 'A folder with a note for each document and each theme, linked both ways.',
    'zh-CN': '一个文件夹，每份文档、每个主题各一篇笔记，双向链接。'
  },
  options: [
    'context',
    'citations',
    'style',
    'language',
    'renderings',
    'differences',
    'memos',
    'quality',
    'doubtful',
    'furniture',
    'coders'
  ],
  preview: 'text',
  async write(model, options, sink) {
    const excerpts: ExcerptRecord[] = []
    for await (const { excerpt } of excerptRows(model.items(), 'excerpt')) excerpts.push(excerpt)
    // The library is loaded when it is needed.
    const { NoteWriter } = await import('../../notes/note-writer')
    const writer = new NoteWriter(model, options, excerpts)
    for (const { path, text } of writer.notes()) {
      sink.signal.throwIfAborted()
      await sink.file(path, text)
    }
    sink.leftOut('shortenedNames', writer.shortened)
  }
})
