import type { ExportFormatInfo } from '../../shared/export/export-format-info'
import { i18n } from '../state/i18n'

/** What a format is called; its extension stands beside it and is not said twice. */
export function formatName({ label, extension }: ExportFormatInfo): string {
  const name = label[i18n.language === 'zh-CN' ? 'zh-CN' : 'en']
  for (const ending of [` (.${extension})`, `（.${extension}）`])
    if (name.endsWith(ending)) return name.slice(0, -ending.length)
  return name
}
