import type { Draft } from '../ui/metadata-draft'

/** What a pattern looks at: how the file is called, and what is known of the text so far. */
export interface PatternInput {
  readonly name: string
  readonly metadata: Draft
}

/** Ways to fill in a field of many texts at once; null where a text does not say it. */
export const patterns = {
  dateFromName: ({ name }) => some('published', dateIn(name)),
  titleFromName: ({ name }) => some('title', titleIn(name)),
  publisherFromFolder: ({ metadata }) => some('publisher', lastFolder(metadata.attributes)),
  sourceFromName: ({ name }) => some('source', name),
  eventIsPublished: ({ metadata }) => some('event', metadata.published)
} satisfies Record<string, (input: PatternInput) => Partial<Draft> | null>

export type PatternName = keyof typeof patterns
export const patternNames = Object.keys(patterns) as PatternName[]

function some(
  field: 'title' | 'published' | 'event' | 'publisher' | 'source',
  value: string
): Partial<Draft> | null {
  return value === '' ? null : { [field]: value }
}

/** A day, a month or a year in a file's name: 2018-12-05, 20181205, 2018_12, 2018年12月5日, "report 2018". */
export function dateIn(name: string): string {
  const day =
    /(?<!\d)((?:19|20)\d{2})(1[0-2]|0[1-9])([12]\d|3[01]|0[1-9])(?!\d)/.exec(name) ??
    /(?<!\d)((?:19|20)\d{2})[-_. 年](1[0-2]|0?[1-9])[-_. 月]([12]\d|3[01]|0?[1-9])(?!\d)/.exec(name)
  if (day) return [day[1], day[2]?.padStart(2, '0'), day[3]?.padStart(2, '0')].join('-')
  const month = /(?<!\d)((?:19|20)\d{2})[-_. 年](1[0-2]|0?[1-9])(?!\d)/.exec(name)
  if (month) return `${month[1]}-${month[2]?.padStart(2, '0')}`
  return /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(name)?.[0] ?? ''
}

/** A file's name without its extension, its date and the marks that stand for spaces. */
export function titleIn(name: string): string {
  return name
    .replace(/\.[A-Za-z0-9]{1,6}$/, '')
    .replace(/(?<!\d)(?:19|20)\d{2}[-_.]?\d{2}[-_.]?\d{2}(?!\d)/, ' ')
    .replace(/[_]+|(?<=\S)-(?=\S)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function lastFolder(attributes: Readonly<Record<string, string>>): string {
  const own = Object.entries(attributes).filter(([name]) => /^folder( \d+)?$/.test(name))
  return own.at(-1)?.[1] ?? ''
}
