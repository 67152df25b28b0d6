import { catalogues } from '../../../shared/locales/catalogues'
import { fill } from '../../../shared/locales/fill'
import { countsOf, type QuotationReport } from '../../../shared/quotations/quotation-report'

type Language = keyof typeof catalogues

/** How many quotations stand how, in one line. */
export function countLine({ quotations }: QuotationReport, language: Language): string {
  const words = catalogues[language].quotations
  const counts = countsOf(quotations)
  const parts = [
    ...Object.entries(words.status).map(
      ([status, name]) => [name, counts[status as keyof typeof counts]] as const
    ),
    [words.unmarked, counts.unmarked] as const,
    [words.several, counts.several] as const,
    [words.wrong, counts.wrong] as const
  ]
  const said = parts.filter(([, count]) => count > 0).map(([name, count]) => `${name}: ${count}`)
  return said.length === 0 ? words.none : said.join(language === 'zh-CN' ? '；' : '; ')
}

/** How many texts were looked through, and what was not: a sentence each. */
export function reachLines({ texts, unread, unpaired }: QuotationReport, language: Language): string[] {
  const words = catalogues[language].quotations
  const counted = (one: string, other: string, count: number) => fill(count === 1 ? one : other, { count })
  return [
    counted(words.looked_one, words.looked_other, texts),
    ...(unread.length > 0 ? [counted(words.unread_one, words.unread_other, unread.length)] : []),
    ...(unpaired.length > 0 ? [counted(words.unpaired_one, words.unpaired_other, unpaired.length)] : [])
  ]
}
