import type { Excerpt } from '../../shared/excerpts/excerpt'
import type { ExportFormat } from '../../shared/ipc/contract'
import { joinYielding } from '../store/cooperative'
import { excerptsToCsv } from './csv'
import { excerptsToHtml } from './html'
import { excerptsToMarkdown } from './markdown'
import type { ExportWords } from './words'

const writers: Readonly<
  Record<ExportFormat, (title: string, excerpts: readonly Excerpt[], words: ExportWords) => Iterable<string>>
> = {
  md: excerptsToMarkdown,
  html: excerptsToHtml,
  csv: excerptsToCsv
}

/** Writes excerpts in a format; the whole file as text, to be stored as UTF-8. Gives way to other work in between. */
export function exportExcerpts(
  format: ExportFormat,
  title: string,
  excerpts: readonly Excerpt[],
  words: ExportWords
): Promise<string> {
  return joinYielding(writers[format](title, excerpts, words))
}
